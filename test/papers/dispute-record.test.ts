import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { expect, it } from 'vitest'
import type { DisputeRecord, Measurement, Mediation } from '../../src/measures/ruler/facts.ts'
import { figureOf } from '../../src/measures/ruler/figure.ts'
import { sketchOf } from '../../src/measures/ruler/record.ts'
import { sketchLines, sketchTitle } from '../../src/measures/ruler/words.ts'
import { disputeRecord } from '../../src/papers/dispute-record.ts'
import { writeWord } from '../../src/papers/word.ts'

const at = new Date('2026-11-25T10:00:00+08:00')
const survey: Measurement['survey'] = { by: 'sides', sides: [20, 10, 20, 10], diagonals: [22.36], check: 22.3 }
const drawn = figureOf(survey)
if (!('figure' in drawn)) throw new Error(drawn.fault)

const shared = { village: 'V01', ticket: 't', openedAt: at, endedAt: at, version: 1 }
const measurement: Measurement = {
  ...shared,
  id: 'm',
  number: 2,
  status: 'refused',
  by: 'p',
  survey,
  figure: drawn.figure,
  bearing: 90,
  present: ['甲方周德福', '乙方李晓东'],
  neighbours: [
    { side: 'AB', name: '李晓东家院墙' },
    { side: '东', name: '村道' },
  ],
  disputed: ['AB'],
  first: { agrees: true, said: '', at },
  second: { agrees: false, said: '少量了半米', at },
}
const mediation: Mediation = {
  ...shared,
  id: 'y',
  number: 1,
  status: 'agreed',
  mediator: 'p',
  parties: ['甲方周德福', '乙方李晓东'],
  willing: true,
  invited: [],
  open: false,
  record: [{ at, by: 'p', text: '说到界石' }],
  agreement: { form: 'written', text: '12月10日前界石挪回原处；以后各走各的路', at },
  performances: [{ text: '界石挪回原处', due: new Date('2026-12-10T18:00:00+08:00'), done: null }],
  confirmedAt: null,
}
const record: DisputeRecord = {
  label: '坪08',
  village: '坪头村',
  place: '坪头村三社',
  township: '鸡峰镇',
  title: '界石被挪',
  openedAt: at,
  printedAt: at,
  measurements: [{ measurement, by: '王芳' }],
  mediations: [{ mediation, mediator: '王芳', role: 'mediator', names: new Map([['p', '王芳']]) }],
  checks: [{ what: '量02', hash: 'abcdef0123456789ff' }],
}

export const paper = disputeRecord(record, [sketchOf(measurement, sketchTitle('坪08', measurement), sketchLines(measurement))])

it('prints what was measured, drawn, said and agreed, with room to sign', async () => {
  const bytes = Buffer.from(await writeWord(await paper))
  const files = unzipSync(bytes)
  expect(Object.keys(files).some((f) => f.startsWith('word/media/') && f.endsWith('.png'))).toBe(true)
  const { value } = await mammoth.extractRawText({ buffer: bytes })
  expect(value.replace(/\n+/gu, '\n').trim()).toMatchInlineSnapshot(`
    "土地纠纷丈量与调解记录
    鸡峰镇 坪头村 编号 坪08
    事由：界石被挪。地点：坪头村三社。登记日期：2026年11月25日。
    一、丈量记录（量02）
    丈量人：王芳。日期：2026年11月25日。
    在场：甲方周德福、乙方李晓东
    方法：量边长和对角线，单位米。对角线：22.36；复核对角线：22.30。从A到B朝东。
    角
    横（米）
    纵（米）
    边
    边长（米）
    A
    0.00
    0.00
    AB
    20.00
    B
    20.00
    0.00
    BC
    10.00
    C
    20.00
    10.00
    CD
    20.00
    D
    0.00
    10.00
    DA
    10.00
    周长60.00米，面积200.00平方米，合0.300亩。闭合差0.06米（1/984）。
    四至：AB边外是李晓东家院墙，东至村道。有争议的边：AB。
    丈量草图
    甲方认可丈量结果（2026年11月25日）。
    乙方不认可丈量结果：少量了半米（2026年11月25日）。
    二、调解记录（调01）
    调解员：王芳。当事人：甲方周德福、乙方李晓东。双方自愿。不公开调解。调解不收费。
    2026年11月25日 王芳记：说到界石
    结果：调成。
    三、调解协议（书面）
    1. 12月10日前界石挪回原处
    2. 以后各走各的路
    履行：界石挪回原处，2026年12月10日前。
    协议自双方签名、盖章或者按指印，调解员签名并加盖调解委员会印章之日起生效，双方各执一份，村里留存一份（第二十九条）。
    双方认为有必要的，可以在2026年12月25日前共同向人民法院申请司法确认（第三十三条）。
    签名
    甲方（签名、指印）：	
    乙方（签名、指印）：	
    调解员（签名）：	
    见证人（签名）：	
    调解委员会（印章）：	
    日期：	
    打印日期：2026年11月25日
    量02 记录校验值：abcdef0123456789"
  `)
})

it('is black, in the type of offices, on A4, with numbered pages and a line behind each signature', async () => {
  const files = unzipSync(await writeWord(await paper))
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const styles = part('word/styles.xml')
  expect(styles).toMatch(/<w:rFonts[^>]*w:eastAsia="仿宋"/u)
  expect(/<w:style [^>]*w:styleId="Heading1".*?<\/w:style>/su.exec(styles)?.[0]).toMatch(/w:val="000000".*黑体|黑体.*w:val="000000"/su)
  const document = part('word/document.xml')
  expect(document).toContain('w:w="11906" w:h="16838"')
  expect(document.match(/w:leader="underscore"/gu)).toHaveLength(6)
  expect(part('word/footer1.xml')).toContain('NUMPAGES')
})

it('lets whoever led the talk sign as what they are', async () => {
  const [led] = record.mediations
  if (!led) throw new Error('no mediation')
  const bytes = await writeWord(await disputeRecord({ ...record, mediations: [{ ...led, mediator: '孙立', role: 'secretary' }] }, []))
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
  expect(value).toContain('主持调解的村支书：孙立。')
  expect(value).toContain('主持人·村支书（签名）：')
  expect(value).not.toMatch(/调解员（签名）|调解员：/u)
})
