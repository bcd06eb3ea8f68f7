import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Span } from '../../src/domain/span.ts'
import { spanOfPeriod } from '../../src/domain/span.ts'
import { writeLedger } from '../../src/ledger/write-ledger.ts'
import { ledgerColumns } from '../../src/wording/ledger.ts'
import { at, openRows, type Rows, TOWN } from '../digest/rows.ts'
import { deskAt, settle } from '../digest/township.ts'

let rows: Rows
beforeAll(async () => {
  rows = await openRows()
  await settle(rows)
  await rows.prisma.person.update({ where: { townId_id: { townId: TOWN, id: 'resident' } }, data: { phone: '13900001234' } })
})
afterAll(() => rows.close())

const NOVEMBER = spanOfPeriod('2026-11') as Span

async function read(): Promise<string[][]> {
  const { bytes } = await writeLedger(await deskAt(rows, at('11-24 12:00')), NOVEMBER)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
  const sheet = workbook.getWorksheet('台账')
  const lines: string[][] = []
  sheet?.eachRow({ includeEmpty: true }, (row) => lines.push((row.values as unknown[]).slice(1).map((v) => String(v ?? ''))))
  return lines
}

const cell = (line: string[] | undefined, column: (typeof ledgerColumns)[number]) => line?.[ledgerColumns.indexOf(column)]

describe('the ledger', () => {
  it('has the township’s own columns and is signed at the foot', async () => {
    const lines = await read()
    expect(lines[0]).toEqual([...ledgerColumns])
    expect(lines[0]).toHaveLength(25)
    expect(lines.at(-1)).toEqual(['填表人：', '审核人：', '日期：'])
  })

  it('masks who told it and says no more of a private matter than its kind', async () => {
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
    const lines = (await read()).slice(1, -2)
    expect(lines.map((l) => cell(l, '编号'))).toEqual(['坪01', '坪02', '坪03', '坪04'])
    const [lamp, quarrel, home, complaint] = lines
    expect(cell(lamp, '日期')).toBe('2026-11-24 09:00')
    expect(cell(lamp, '反映人（掩码）')).toBe('周**')
    expect(cell(lamp, '联系方式（掩码）')).toBe('139****1234')
    expect(cell(lamp, '内容摘要')).toBe('周**家门口路灯不亮，打139****1234')
    expect(cell(lamp, '责任人')).toBe('李建国')
    expect([cell(lamp, '是否按时'), cell(lamp, '是否解决'), cell(lamp, '满意度')]).toEqual(['是', '是', '满意'])
    expect([cell(quarrel, '内容摘要'), cell(quarrel, '是否按时')]).toEqual(['见卷宗', '超期未办'])
    expect([cell(home, '反映人（掩码）'), cell(home, '联系方式（掩码）'), cell(home, '事项')]).toEqual(['保密', '', '户里事'])
    expect([cell(complaint, '内容摘要'), cell(complaint, '满意度')]).toEqual(['反映干部的事，已避开本人', '没回'])
    expect(JSON.stringify(lines)).not.toMatch(/13900001234|周大爷|占了我家|打我|多吃多占/u)
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
