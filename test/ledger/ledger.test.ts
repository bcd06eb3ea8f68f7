import { strFromU8, unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LEDGER_COLUMNS, type LedgerColumn } from '../../src/domain/ledger-column.ts'
import { spanOfPeriod } from '../../src/domain/span.ts'
import { writeLedger } from '../../src/ledger/write-ledger.ts'
import { ledgerColumns } from '../../src/wording/ledger.ts'
import { at, openRows, type Rows, TOWN } from '../digest/rows.ts'
import { deskAt, person, settle } from '../digest/township.ts'

let rows: Rows
beforeAll(async () => {
  rows = await openRows()
  await settle(rows)
  await rows.prisma.person.update({ where: { townId_id: { townId: TOWN, id: 'resident' } }, data: { phone: '13900001234' } })
  await rows.ticket('坪01', {
    reporterId: 'resident',
    ownerId: 'clerk',
    text: '周大爷家门口路灯不亮，打13900001234',
    status: 'closed',
    respondedAt: at('11-24 10:00'),
    resolvedAt: at('11-24 11:00'),
    endedAt: at('11-24 11:30'),
    solved: true,
    satisfaction: 'good',
  })
  await rows.ticket('坪02', {
    kind: 'neighbour',
    duty: 'N-BOUND',
    text: '隔壁占了我家的地',
    reporterId: 'resident',
    completeBy: at('11-24 10:00'),
  })
  await rows.ticket('坪03', { kind: 'household', sensitivity: 'violence', text: '他打我', reporterId: 'resident' })
  await rows.ticket('坪04', {
    sensitivity: 'cadre',
    text: '支书多吃多占',
    reporterId: 'resident',
    status: 'closed',
    resolvedAt: at('11-24 09:30'),
  })
  await rows.ticket('坪05', { openedAt: at('12-01 09:00') })
})
afterAll(() => rows.close())

const workbook = async () => {
  const ledger = await writeLedger(await deskAt(rows, at('11-24 12:00')), '2026-11', null)
  if (!ledger) throw new Error('no ledger')
  return ledger
}
/** As another library than the one that wrote it reads it. */
const read = async (sheet: string) => readSheet(Buffer.from((await workbook()).bytes), sheet)

type Row = Awaited<ReturnType<typeof read>>[number]
const cell = (row: Row | undefined, column: LedgerColumn) => row?.[LEDGER_COLUMNS.indexOf(column)]

describe('the ledger', () => {
  it('has a summary, a sheet for each kind and one for each measure', async () => {
    const { sheets } = await workbook()
    expect(sheets.slice(0, 4)).toEqual([
      { sheet: '汇总', rows: expect.any(Number) },
      { sheet: '村里事', rows: 2 },
      { sheet: '邻里事', rows: 1 },
      { sheet: '户里事', rows: 1 },
    ])
    const summary = await read('汇总')
    expect(summary.slice(2, 4).map((r) => r.slice(0, 7))).toEqual([
      ['村', '登记', '村里事', '邻里事', '户里事', '办结', '现在超期'],
      ['坪头村', 4, 2, 1, 1, 2, 1],
    ])
    expect(summary.find((r) => r[0] === '合计')?.slice(1, 7)).toEqual([4, 2, 1, 1, 2, 1])
  })

  it('has a title, the time it tells of, the township’s own columns, and is signed at the foot', async () => {
    const [title, under, head, ...rest] = await read('村里事')
    expect(title?.[0]).toBe('鸡峰镇说事台账（村里事）')
    expect(under?.[0]).toBe('时间：2026年11月　　填表单位：鸡峰镇　　制表日期：2026年11月24日')
    expect(head?.slice(0, 25)).toEqual(LEDGER_COLUMNS.map((c) => ledgerColumns[c].name))
    expect(rest.at(-1)?.[0]).toMatch(/^填表人：＿+　+审核人：＿+　+日期：/u)
  })

  it('has the columns that the township has named, in its order', async () => {
    const town = { where: { id: TOWN } }
    const version = { increment: 1 }
    await rows.prisma.town.update({ ...town, data: { ledgerColumns: ['label', 'summary', 'owner'], rosterVersion: version } })
    const [, , head, lamp] = await read('村里事')
    await rows.prisma.town.update({ ...town, data: { ledgerColumns: [], rosterVersion: version } })
    expect(head).toEqual(['编号', '内容摘要', '责任人'])
    expect(lamp?.[2]).toBe('李建国')
  })

  it('masks who told it and says no more of a private matter than its kind', async () => {
    const [lamp, complaint] = (await read('村里事')).slice(3)
    const quarrel = (await read('邻里事'))[3]
    const home = (await read('户里事'))[3]
    expect([lamp, complaint, quarrel, home].map((r) => cell(r, 'label'))).toEqual(['坪01', '坪04', '坪02', '坪03'])
    expect(cell(lamp, 'reporter')).toBe('周**')
    expect(cell(lamp, 'phone')).toBe('139****1234')
    expect(cell(lamp, 'summary')).toBe('周**家门口路灯不亮，打139****1234')
    expect(cell(lamp, 'owner')).toBe('李建国')
    expect([cell(lamp, 'inTime'), cell(lamp, 'solved'), cell(lamp, 'satisfaction')]).toEqual(['是', '是', '满意'])
    expect([cell(quarrel, 'summary'), cell(quarrel, 'inTime')]).toEqual(['见卷宗', '超期未办'])
    expect([cell(home, 'reporter'), cell(home, 'phone'), cell(home, 'duty')]).toEqual(['保密', null, '户里事'])
    expect([cell(complaint, 'summary'), cell(complaint, 'satisfaction')]).toEqual(['反映干部的事，已避开本人', '没回'])
    const files = unzipSync((await workbook()).bytes)
    for (const [name, bytes] of Object.entries(files))
      expect(strFromU8(bytes), name).not.toMatch(/13900001234|周大爷|占了我家|打我|多吃多占/u)
  })

  it('holds for its reader the villages they lead, and nothing that is about them', async () => {
    await rows.ticket('坪06', { sensitivity: 'cadre', aboutIds: ['mayor'] })
    await rows.ticket('河01', { villageId: 'b' })
    const desk = await deskAt(rows, at('11-24 12:00'))
    const labels = async (reader: string) => {
      const ledger = await writeLedger(desk, '2026-11', person(desk, reader))
      return (await readSheet(Buffer.from(ledger?.bytes ?? []), '村里事')).slice(3).flatMap((r) => cell(r, 'label') ?? [])
    }
    expect(await labels('mayor')).toEqual(['坪01', '坪04', '河01'])
    expect(await labels('near')).toEqual(['坪01', '坪04', '坪06'])
    await rows.prisma.ticket.deleteMany({ where: { id: { in: ['坪06', '河01'] } } })
  })

  it('has its dates as dates, by the township’s own clock', async () => {
    const [lamp] = (await read('村里事')).slice(3)
    // A day's fraction is rounded by whoever reads it.
    const minute = (value: unknown) => (value instanceof Date ? Math.round(value.getTime() / 60_000) : value)
    expect(minute(cell(lamp, 'openedAt'))).toBe(minute(new Date('2026-11-24T09:00:00Z')))
    expect(minute(cell(lamp, 'resolvedAt'))).toBe(minute(new Date('2026-11-24T11:00:00Z')))
  })

  it('is printed on A4 across, its head on each page, the first columns beside those of the next page, in the office’s type', async () => {
    const files = unzipSync((await workbook()).bytes)
    const part = (name: string) => strFromU8(files[name] ?? new Uint8Array())
    const page = part('xl/worksheets/sheet2.xml')
    expect(page).toMatch(/<pane xSplit="2" ySplit="3"[^>]*state="frozen"/u)
    expect(page.match(/<col [^>]*width=/gu)?.length).toBeGreaterThan(10)
    expect(/<cols>.*<\/cols>/u.exec(page)?.[0]).toContain('<col min="2" max="2" width="9.2"')
    const setup = /<pageSetup [^>]*>/u.exec(page)?.[0]
    for (const said of ['paperSize="9"', 'orientation="landscape"', 'fitToWidth="2"', 'fitToHeight="0"']) expect(setup).toContain(said)
    expect(part('xl/workbook.xml')).toContain('&apos;村里事&apos;!$A:$B,&apos;村里事&apos;!$1:$3')
    const styles = part('xl/styles.xml')
    for (const font of ['仿宋', '黑体']) expect(styles).toContain(`<name val="${font}"/>`)
    expect(styles).toContain('<left style="thin">')
  })
})

it.each([
  ['2026-11', '2026-10-31T16:00:00.000Z', '2026-11-30T16:00:00.000Z'],
  ['2026', '2025-12-31T16:00:00.000Z', '2026-12-31T16:00:00.000Z'],
])('reads %s', (period, from, to) => {
  expect(spanOfPeriod(period)).toEqual({ from: new Date(from), to: new Date(to) })
})

it.each(['2026-13', '11月', ''])('does not read %s', (period) => {
  expect(spanOfPeriod(period)).toBeNull()
})
