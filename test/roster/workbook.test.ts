import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkWorkbook } from '../../src/roster/check.ts'
import { readWorkbook } from '../../src/roster/read.ts'
import { sampleTownship } from '../../src/roster/sample.ts'
import { writeWorkbook } from '../../src/roster/write.ts'
import { faultLine } from '../../src/wording/roster.ts'
import { smallTownship } from './small-township.ts'

let dir = ''
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'roster-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const read = async (file: string) => {
  const raw = await readWorkbook(file)
  return 'refused' in raw ? raw : checkWorkbook(raw.sheets)
}

/** The small township's workbook after somebody has been at it. */
async function spoilt(change: (book: ExcelJS.Workbook) => void): Promise<string[]> {
  const file = join(dir, `${crypto.randomUUID()}.xlsx`)
  await writeWorkbook(smallTownship(), file, { exampleOnly: false })
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  change(book)
  await book.xlsx.writeFile(file)
  const checked = await read(file)
  return 'faults' in checked ? checked.faults.map(faultLine) : []
}

const put = (sheet: string, cell: string, value: string | number) => (book: ExcelJS.Workbook) => {
  const found = book.getWorksheet(sheet)
  if (found) found.getCell(cell).value = value
}

describe('a workbook', () => {
  it('gives the whole sample back as it was', async () => {
    const file = join(dir, 'sample.xlsx')
    await writeWorkbook(sampleTownship(), file, { exampleOnly: false })
    expect(await read(file)).toEqual({ township: sampleTownship() })
  })

  it('passes over the example rows of the template, in which the list of duties is filled', async () => {
    const file = join(dir, 'template.xlsx')
    await writeWorkbook(sampleTownship(), file, { exampleOnly: true })
    const raw = await readWorkbook(file)
    const rows = 'sheets' in raw ? Object.entries(raw.sheets).map(([key, s]) => [key, s?.rows.length]) : []
    expect(rows.filter(([, count]) => count !== 0)).toEqual([['duties', sampleTownship().duties.length]])
  })

  it('takes telephone numbers that Excel made numbers of', async () => {
    expect(await spoilt(put('人员', 'C2', 19900000001))).toEqual([])
  })

  it('may be without rooms, register and records, and then says nothing of them', async () => {
    const file = join(dir, 'older.xlsx')
    await writeWorkbook(smallTownship(), file, { exampleOnly: false })
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(file)
    for (const sheet of ['场所', '干部登记', '队伍记录']) book.removeWorksheet(sheet)
    await book.xlsx.writeFile(file)
    expect(await read(file)).toEqual({ township: { ...smallTownship(), venues: null, staff: null, records: null } })
  })

  it.each([
    ['a missing file', 'nowhere.xlsx', null, 'no-file'],
    ['a file of another kind', 'text.xlsx', '编号,姓名', 'not-xlsx'],
    ['an empty file', 'empty.xlsx', '', 'not-xlsx'],
  ] as const)('refuses %s', async (_, name, content, refused) => {
    const file = join(dir, name)
    if (content !== null) await writeFile(file, content)
    expect(await readWorkbook(file)).toEqual({ refused })
  })

  it.each<[string, (book: ExcelJS.Workbook) => void, string]>([
    [
      'an unknown parent',
      put('镇村社联户', 'B3', 'X9'),
      '镇村社联户 第3行“上级编号”（B3）：“镇村社联户”表里没有编号“X9”，请改成已有的编号，或先在那张表加一行。',
    ],
    [
      'a parent of the wrong level',
      put('镇村社联户', 'B5', 'town'),
      '镇村社联户 第5行“上级编号”（B5）：上级应当是村，这个编号是镇，请换成村的编号。',
    ],
    ['no short name', put('镇村社联户', 'E3', ''), '镇村社联户 第3行“简称”（E3）：没有简称，工单编号要用，请写一个字，例如“坪”。'],
    ['a short name twice', put('镇村社联户', 'E4', '东'), '镇村社联户 第4行“简称”（E4）：简称“东”和第3行重复，请改成不同的，或删掉一行。'],
    [
      'an id twice',
      (book) => {
        put('人员', 'A6', 'P1')(book)
        put('人员', 'B6', '何二')(book)
      },
      '人员 第6行“编号”（A6）：编号“P1”和第2行重复，请改成不同的，或删掉一行。',
    ],
    ['an empty name', put('人员', 'B2', ' '), '人员 第2行“姓名”（B2）：没有填，请补上。'],
    [
      'a bad telephone number',
      put('人员', 'C2', '12345'),
      '人员 第2行“电话”（C2）：电话“12345”不对，请写11位手机号，或带区号的座机号；没有就空着。',
    ],
    [
      'an unknown household',
      put('人员', 'D4', 'H9'),
      '人员 第4行“住户编号”（D4）：“住户”表里没有编号“H9”，请改成已有的编号，或先在那张表加一行；没有就空着。',
    ],
    [
      'a household outside the grid',
      put('住户', 'B2', 'X9'),
      '住户 第2行“网格编号”（B2）：“镇村社联户”表里没有编号“X9”，请改成已有的编号，或先在那张表加一行。',
    ],
    [
      'an unknown role',
      put('职务', 'B4', '社长'),
      '职务 第4行“职务”（B4）：不认得“社长”，请写：村民、网格员、文书、村支书、调解员、镇值班、领导、村务监督。',
    ],
    [
      'a role where it cannot be',
      put('职务', 'C4', 'V1'),
      '职务 第4行“网格编号”（C4）：网格员不能放在村这一级，请换成社、十户联防的编号。',
    ],
    ['a group without a place', put('群', 'D2', ''), '群 第2行“网格编号”（D2）：这个群没有写属于哪里，请填村或镇的编号。'],
    [
      'an unknown member',
      put('群成员', 'B2', 'P99'),
      '群成员 第2行“人员编号”（B2）：“人员”表里没有编号“P99”，请改成已有的编号，或先在那张表加一行。',
    ],
    [
      'a bad limit',
      put('事务清单', 'J2', '三天'),
      '事务清单 第2行“首次回应”（J2）：时限“三天”看不懂，请写成：15分钟、2工作时、24小时、7工作日、当天。',
    ],
    ['an unknown kind', put('事务清单', 'B2', '国家事'), '事务清单 第2行“类别”（B2）：不认得“国家事”，请写：村里事、邻里事、户里事。'],
    [
      'an unknown owner',
      put('事务清单', 'G2', '村长'),
      '事务清单 第2行“责任人”（G2）：不认得“村长”，请写：村民、网格员、文书、村支书、调解员、镇值班、领导、村务监督。',
    ],
    [
      'a duty code twice',
      put('事务清单', 'A3', 'V-LAMP'),
      '事务清单 第3行“代码”（A3）：代码“V-LAMP”和第2行重复，请改成不同的，或删掉一行。',
    ],
    [
      'a kind of matter that nobody is there for',
      (book) => book.getWorksheet('事务清单')?.spliceRows(5, 1),
      '事务清单 第1行“类别”：没有一行是“户里事”，请加上：村民说的事分三类，每一类至少要有一行。',
    ],
    ['a village without a secretary', put('职务', 'B2', '文书'), '镇村社联户 第3行“名称”（D3）：东坡村没有村支书，请在“职务”表加一行。'],
    [
      'an unknown education',
      put('干部登记', 'C2', '秀才'),
      '干部登记 第2行“学历”（C2）：不认得“秀才”，请写：小学、初中、高中、中专、大专、本科、研究生。',
    ],
    [
      'a date that cannot be',
      put('队伍记录', 'C2', '2026-02-30'),
      '队伍记录 第2行“日期”（C2）：日期“2026-02-30”看不懂，请写成 2026-11-20。',
    ],
    [
      'an assessment that rests on nothing',
      put('队伍记录', 'E2', ''),
      '队伍记录 第2行“依据”（E2）：考核要写依据，例如“民主评议”“群众回访”，请补上。',
    ],
    [
      'a record of nobody',
      put('队伍记录', 'A2', 'P99'),
      '队伍记录 第2行“人员编号”（A2）：“人员”表里没有编号“P99”，请改成已有的编号，或先在那张表加一行。',
    ],
    [
      'a room that stands nowhere',
      put('场所', 'C2', 'X9'),
      '场所 第2行“网格编号”（C2）：“镇村社联户”表里没有编号“X9”，请改成已有的编号，或先在那张表加一行。',
    ],
    ['a missing column', put('人员', 'C1', '电子邮箱'), '人员 第1行“电话”：缺少“电话”这一列，请在第1行加上这个表头。'],
    ['a missing sheet', (book) => book.removeWorksheet('群'), '群：缺少工作表“群”，请从模板里把这张表复制过来。'],
  ])('tells of %s in one line, and of nothing else', async (_, change, line) => {
    expect(await spoilt(change)).toEqual([line])
  })

  it('tells of all its faults in one go, in the order of the sheets', async () => {
    const faults = await spoilt((book) => {
      for (const [sheet, cell, value] of [
        ['镇村社联户', 'B3', 'X9'],
        ['镇村社联户', 'E4', '东'],
        ['住户', 'B2', 'X9'],
        ['人员', 'B2', ''],
        ['人员', 'C3', '12'],
        ['人员', 'D4', 'H9'],
        ['职务', 'B4', '社长'],
        ['群', 'D2', ''],
        ['群成员', 'B2', 'P99'],
        ['事务清单', 'A3', 'V-LAMP'],
        ['事务清单', 'B2', '国家事'],
        ['事务清单', 'J2', '三天'],
      ] as const)
        put(sheet, cell, value)(book)
    })
    expect(faults.map((line) => /（(.*?)）/.exec(line)?.[1])).toEqual([
      'B3',
      'E4',
      'B2',
      'B2',
      'C3',
      'D4',
      'B4',
      'D2',
      'B2',
      'B2',
      'J2',
      'A3',
    ])
  })
})
