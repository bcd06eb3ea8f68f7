import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkWorkbook } from '../../src/roster/check.ts'
import { isFootRow } from '../../src/roster/foot-row.ts'
import { readWorkbook } from '../../src/roster/read.ts'
import { writeWorkbook } from '../../src/roster/write.ts'
import { faultLine } from '../../src/wording/roster.ts'
import { smallTownship } from './small-township.ts'

let dir = ''
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'strange-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const fileOf = () => join(dir, `${crypto.randomUUID()}.xlsx`)
async function check(file: string) {
  const raw = await readWorkbook(file)
  if ('refused' in raw) return raw
  const checked = checkWorkbook(raw.sheets)
  return 'faults' in checked ? checked.faults.map(faultLine) : checked.township
}

async function changed(change: (book: ExcelJS.Workbook) => void): Promise<string> {
  const file = fileOf()
  await writeWorkbook(smallTownship(), file, { exampleOnly: false })
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  change(book)
  await book.xlsx.writeFile(file)
  return file
}
const after = async (change: (book: ExcelJS.Workbook) => void) => check(await changed(change))
const put = (sheet: string, cell: string, value: ExcelJS.CellValue) => (book: ExcelJS.Workbook) => {
  sheetOf(book, sheet).getCell(cell).value = value
}
/** A small workbook with the XML of its sheet of people changed, as other programs write it. */
async function withSheet(change: (xml: string) => string): Promise<string> {
  const file = await changed(() => {})
  const parts = unzipSync(new Uint8Array(await readFile(file)))
  const at = 'xl/worksheets/sheet4.xml'
  const sheet = parts[at]
  await writeFile(file, zipSync({ ...parts, [at]: strToU8(change(strFromU8(sheet ?? new Uint8Array()))) }))
  return file
}
/** The sheet of a book, which is there. */
function sheetOf(book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const found = book.getWorksheet(name)
  if (!found) throw new Error(`no ${name}`)
  return found
}
const u = (code: number) => String.fromCodePoint(code)

describe('marks that nobody sees', () => {
  it.each([
    ['姓名', 'B2', `何${u(0x3000)}守信`],
    ['姓名', 'B2', `何守信${u(0x200b)}`],
    ['姓名', 'B2', `${u(0x202d)}何守信${u(0x202c)}`],
    ['姓名', 'B2', '何守信_x000D_'],
    ['姓名', 'B2', `何守${u(0xfeff)}信 `],
    ['编号', 'A2', `P1${u(0x200b)}`],
    ['编号', 'A2', `${u(0x2060)}Ｐ１`],
    ['电话', 'C2', `${u(0x202d)}19900000001${u(0x202c)}`],
    ['电话', 'C2', `1990000${u(0x200b)}0001_x000D_`],
    ['电话', 'C2', `199${u(0xa0)}0000${u(0x2003)}0001`],
    ['电话', 'C2', '１９９－００００－０００１'],
    ['电话', 'C2', '+86 199 0000 0001'],
    ['电话', 'C2', '0086-199.0000.0001'],
    ['电话', 'C2', "'19900000001"],
    ['在册', 'E2', `是${u(0x200b)}`],
  ])('are taken out of %s (%s): %j', async (_, cell, value) => {
    expect(await after(put('人员', cell, value))).toEqual(smallTownship())
  })

  it.each([
    ['镇村社联户', 'D3', `东坡村${u(0x200b)}`],
    ['镇村社联户', 'E3', `${u(0x202d)}东`],
    ['镇村社联户', 'F4', `老西坡${u(0x3000)}`],
    ['职务', 'B2', `村支书${u(0xfeff)}`],
    ['群', 'B2', `东坡村便民之声_x000D_`],
    ['群成员', 'B2', `${u(0x200e)}P1`],
    ['场所', 'B2', `德${u(0x200b)}育堂`],
    ['队伍记录', 'C2', `2026-01-15${u(0x200b)}`],
  ])('are taken out of %s (%s): %j', async (sheet, cell, value) => {
    expect(await after(put(sheet, cell, value))).toEqual(smallTownship())
  })
})

describe('what stands for yes and no', () => {
  it.each(['√', '✓', '✔', '☑', 'TRUE', 'true', 'Y', 'y', 'Ｙ', 'yes', '对', '1', true])('%s is yes', async (said) => {
    expect(await after(put('人员', 'E2', said))).toEqual(smallTownship())
  })
  it.each(['×', '✗', 'FALSE', 'N', 'no', '0', '不在', '☐', false])('%s is no', async (said) => {
    expect(await after(put('人员', 'E5', said))).toEqual(smallTownship())
  })
})

describe('a day', () => {
  const [record] = smallTownship().records ?? []
  it.each([
    46037,
    '46037',
    '2026-01-15 00:00:00',
    '2026-01-15T08:30:00',
    '2026/1/15 0:00',
    '2026年1月15日',
    '2026.01.15',
    '20260115',
    '２０２６－０１－１５',
    '2026 年 1 月 15 日',
    new Date('2026-01-15T00:00:00Z'),
  ])('%s is 2026-01-15', async (said) => {
    expect(record?.day).toBe('2026-01-15')
    expect(await after(put('队伍记录', 'C2', said))).toEqual(smallTownship())
  })

  it('that Excel shows in its Chinese form is one as well', async () => {
    const file = await changed((book) => {
      const cell = sheetOf(book, '队伍记录').getCell('C2')
      cell.value = 46037
      cell.numFmt = 'yyyy"年"m"月"d"日";@'
    })
    expect(await check(file)).toEqual(smallTownship())
  })
})

describe('a foot below the table', () => {
  it.each([
    [['合计', '4']],
    [['合 计', '', '3']],
    [['小计：', '2']],
    [['一社小计', '12']],
    [['东坡村合计', '128']],
    [['总计（人）', '4']],
    [['填表人：何守信', '审核人：韩秀云']],
    [['制表人 何守信']],
    [['填 表 人：', '2026年1月']],
    [['审核人签字：']],
    [['单位负责人（盖章）']],
    [['备注：电话以本人报的为准']],
    [['第1页 共3页']],
    [['共4人']],
    [['P9', '合计', '4']],
  ])('%j is nobody', async (texts) => {
    expect(isFootRow(texts)).toBe(true)
    expect(await after((book) => void sheetOf(book, '人员').addRow(texts))).toEqual(smallTownship())
  })

  it.each([[['P5', '计合']], [['P5', '何备注']], [['V-SUM', '村里事', '公开', '总计公示怎么做']], [['审核员家', '李']], [['H12', 'V1']]])(
    '%j is somebody',
    (texts) => {
      expect(isFootRow(texts)).toBe(false)
    },
  )
})

describe('headers below a title', () => {
  it('are named where they stand', async () => {
    const lines = await after((book) => {
      const sheet = sheetOf(book, '人员')
      sheet.spliceRows(1, 0, ['东坡村人员登记表'], ['填报单位：小河镇'])
      sheet.getCell('C3').value = '手机号码甲'
    })
    expect(lines).toEqual(['人员 第3行“电话”：缺少“电话”这一列，请在第3行加上这个表头。'])
  })
  it('count their rows from the top of the sheet', async () => {
    const lines = await after((book) => {
      sheetOf(book, '人员').spliceRows(1, 0, ['东坡村人员登记表'], [])
      put('人员', 'C5', '123')(book)
    })
    expect(lines).toEqual(['人员 第5行“电话”（C5）：电话“123”不对，请写11位手机号，或带区号的座机号；没有就空着。'])
  })
})

describe('what other programs write', () => {
  it.each<[string, (xml: string) => string]>([
    [
      'texts in the cells themselves',
      (xml) =>
        xml.replace(
          /<c r="B2"[^>]*>.*?<\/c>/u,
          '<c r="B2" t="inlineStr"><is><r><t>何守</t></r><r><t xml:space="preserve">信 </t></r></is></c>',
        ),
    ],
    [
      'cells without a place',
      (xml) =>
        xml.replace(
          /(<row r="5"[^>]*>)(.*?)(<\/row>)/su,
          (_, a: string, cells: string, b: string) => a + cells.replace(/ r="[A-Z]+\d+"/gu, '') + b,
        ),
    ],
    ['a result of a formula', (xml) => xml.replace(/<c r="B2"[^>]*>.*?<\/c>/u, '<c r="B2" t="str"><f>A1&amp;"x"</f><v>何守信</v></c>')],
    ['a telephone number as a large number', (xml) => xml.replace(/<c r="C2"[^>]*>.*?<\/c>/u, '<c r="C2"><v>1.9900000001E10</v></c>')],
    [
      'a prefix before every name',
      (xml) =>
        xml
          .replace(/<(\/?)(row|c|v|sheetData|f|is|t)(?=[\s/>])/gu, '<$1x:$2')
          .replace('<worksheet ', '<worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '),
    ],
    [
      'drop-downs on whole columns',
      (xml) =>
        xml.replace(
          '</worksheet>',
          `<dataValidations count="3">${['A', 'B', 'E'].map((c) => `<dataValidation type="list" sqref="${c}1:${c}1048576"><formula1>"是,否"</formula1></dataValidation>`).join('')}</dataValidations></worksheet>`,
        ),
    ],
    [
      'rules of colour on whole columns',
      (xml) =>
        xml.replace(
          '</worksheet>',
          '<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="1"><formula>A1=1</formula></cfRule></conditionalFormatting></worksheet>',
        ),
    ],
  ])('is read: %s', async (_, change) => {
    expect(await check(await withSheet(change))).toEqual(smallTownship())
  })

  it('is read in bounded time and memory though every row to the end was painted', { timeout: 60_000 }, async () => {
    const painted = Array.from(
      { length: 300_000 },
      (_, i) =>
        `<row r="${i + 100}" spans="1:6" s="1" customFormat="1" ht="14.25"><c r="A${i + 100}" s="1"/><c r="B${i + 100}" s="1"/></row>`,
    ).join('')
    const file = await withSheet((xml) =>
      xml
        .replace('</sheetData>', `${painted}</sheetData>`)
        .replace(
          '</worksheet>',
          '<dataValidations count="1"><dataValidation type="list" sqref="A1:F1048576"><formula1>"是,否"</formula1></dataValidation></dataValidations></worksheet>',
        ),
    )
    const began = performance.now()
    const before = process.memoryUsage().rss
    expect(await check(file)).toEqual(smallTownship())
    expect(performance.now() - began).toBeLessThan(10_000)
    expect(process.memoryUsage().rss - before).toBeLessThan(500 * 1024 * 1024)
  })

  it('is refused where it is too big, with a sentence of its own', { timeout: 60_000 }, async () => {
    const file = fileOf()
    await writeFile(file, new Uint8Array(21 * 1024 * 1024))
    expect(await readWorkbook(file)).toEqual({ refused: 'too-big' })
  })
})
