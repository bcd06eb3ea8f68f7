import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Figures, Scope } from '../../src/ports/figures.ts'
import { figuresOf } from '../../src/store/figures.ts'
import { at, openRows, type Rows, TOWN } from './rows.ts'

const NOW = at('11-24 17:40')
const day: Scope = { villages: ['a', 'b'], from: at('11-24 00:00'), to: at('11-25 00:00'), reader: 'leader' }

let rows: Rows
let figures: Figures
beforeAll(async () => {
  rows = await openRows()
  figures = figuresOf(rows.prisma, TOWN)
})
beforeEach(() => rows.clear())
afterAll(() => rows.close())

const ids = (tickets: readonly { id: string }[]) => tickets.map((t) => t.id)
const merged = { status: 'merged', stage: 'archive', mergedInto: 'x' }
const aboutReader = { aboutIds: ['leader'] }

describe('the trend', () => {
  it('finds the oldest live matters', async () => {
    await rows.ticket('young')
    await rows.ticket('old', { openedAt: at('10-14 09:00') })
    await rows.ticket('older, waits', { openedAt: at('10-01 09:00'), status: 'waiting' })
    await rows.ticket('done', { openedAt: at('09-01 09:00'), status: 'resolved', resolvedAt: NOW })
    await rows.ticket('about', { ...aboutReader, openedAt: at('09-01 09:00') })
    expect(ids(await figures.oldest(day, 2))).toEqual(['older, waits', 'old'])
  })

  const year: Scope = { ...day, from: at('01-01 00:00') }
  it('finds what comes again in one village this year, as long as it still does', async () => {
    for (const [i, month] of ['03', '07', '11'].entries()) await rows.ticket(`lamp ${i}`, { openedAt: at(`${month}-10 09:00`) })
    for (const [i, month] of ['01', '02', '03'].entries())
      await rows.ticket(`road ${i}`, { openedAt: at(`${month}-10 09:00`), duty: 'V-ROAD' })
    await rows.ticket('last year', { openedAt: at('2025-12-10 09:00'), duty: 'V-WATER' })
    for (const id of ['1', '2']) await rows.ticket(`water ${id}`, { duty: 'V-WATER' })
    await rows.ticket('water merged', { ...merged, duty: 'V-WATER' })
    await rows.ticket('water withdrawn', { status: 'withdrawn', duty: 'V-WATER' })
    await rows.ticket('water about', { ...aboutReader, duty: 'V-WATER' })
    for (const id of ['1', '2', '3']) await rows.ticket(`other ${id}`, { duty: 'V-OTHER' })
    for (const id of ['1', '2', '3']) await rows.ticket(`debt ${id}`, { duty: 'N-DEBT', kind: 'neighbour' })
    expect(await figures.repeatedHere(year, 3, at('10-25 00:00'))).toEqual([{ duty: 'V-LAMP', village: 'a', count: 3 }])
    expect(await figures.repeatedHere(year, 3, at('01-01 00:00'))).toEqual([
      { duty: 'V-LAMP', village: 'a', count: 3 },
      { duty: 'V-ROAD', village: 'a', count: 3 },
    ])
  })

  it('finds what three villages tell within thirty days', async () => {
    const recent: Scope = { ...day, villages: ['a', 'b', 'c', 'd'], from: at('10-25 00:00') }
    for (const villageId of ['a', 'b', 'c']) await rows.ticket(`lamp ${villageId}`, { villageId })
    await rows.ticket('lamp again', { villageId: 'a' })
    for (const villageId of ['a', 'b']) await rows.ticket(`road ${villageId}`, { villageId, duty: 'V-ROAD' })
    await rows.ticket('road long ago', { villageId: 'c', duty: 'V-ROAD', openedAt: at('10-24 09:00') })
    await rows.ticket('road merged', { ...merged, villageId: 'd', duty: 'V-ROAD' })
    expect(await figures.repeatedAcross(recent, 3)).toEqual([{ duty: 'V-LAMP', villages: 3 }])
    expect(await figures.repeatedAcross({ ...recent, villages: ['a', 'b'] }, 3)).toEqual([])
  })

  it('finds the matters most told of and the first on record', async () => {
    for (const id of ['1', '2']) await rows.ticket(`lamp ${id}`)
    await rows.ticket('road', { duty: 'V-ROAD' })
    await rows.ticket('merged', { ...merged, duty: 'V-ROAD', openedAt: at('01-01 09:00') })
    await rows.ticket('sensitive', { duty: 'H-VIOLENCE', kind: 'household', sensitivity: 'violence' })
    await rows.ticket('not public', { duty: 'V-ROAD', hidden: true })
    await rows.ticket('first', { openedAt: at('02-01 09:00') })
    expect(await figures.topDuties(day, 5)).toEqual([
      { duty: 'V-LAMP', count: 2 },
      { duty: 'V-ROAD', count: 1 },
    ])
    expect(await figures.firstRecord(day)).toEqual(at('02-01 09:00'))
    expect(await figures.firstRecord({ ...day, villages: ['nowhere'] })).toBeNull()
  })

  it('counts stages and their delays', async () => {
    await rows.ticket('1', { stage: 'handling', completeBy: at('11-20 18:00') })
    await rows.ticket('2', { stage: 'handling', status: 'waiting', completeBy: at('11-20 18:00') })
    await rows.ticket('3', { stage: 'archive', status: 'resolved', completeBy: at('11-20 18:00') })
    await rows.ticket('4', { stage: 'archive', status: 'closed' })
    await rows.ticket('5', { ...aboutReader, stage: 'handling' })
    const found = await figures.stages(day, NOW)
    expect(found.sort((a, b) => a.stage.localeCompare(b.stage))).toEqual([
      { stage: 'archive', count: 1, overdue: 0, waiting: 0 },
      { stage: 'handling', count: 2, overdue: 1, waiting: 1 },
    ])
  })
})

describe('what may need a leader', () => {
  it('finds it with what its history says, and nothing else', async () => {
    const asked = { by: 'lee', until: at('12-05 18:00').toISOString(), reason: '等配件', approver: 'leader' }
    await rows.ticket('extension', { extensionAsked: asked, completeBy: at('11-26 18:00'), ownerId: 'lee' })
    await rows.ticket('late', { completeBy: at('11-18 18:00'), ownerId: 'lee' })
    await rows.ticket('unowned', { respondBy: at('11-24 12:00'), completeBy: at('11-27 18:00') })
    await rows.ticket('talked', { stage: 'deliberation', ownerId: 'lee', completeBy: at('11-28 18:00') })
    await rows.ticket('talked once', { stage: 'deliberation', ownerId: 'lee' })
    await rows.ticket('complaint', {
      sensitivity: 'cadre',
      kind: 'household',
      aboutIds: ['secretary'],
      ownerId: 'lee',
      completeBy: at('11-29 18:00'),
    })
    await rows.ticket('complaint about the reader', { sensitivity: 'cadre', ...aboutReader })
    await rows.ticket('waiting', { status: 'waiting', completeBy: at('11-18 18:00'), ownerId: 'lee' })
    await rows.ticket('done', { status: 'resolved', completeBy: at('11-18 18:00') })
    await rows.ticket('merged', { ...merged, completeBy: at('11-18 18:00') })
    await rows.ticket('in time', { ownerId: 'lee' })
    await rows.event('late', 'progressed', at('11-24 10:00'), { note: '等配件' })
    await rows.event('late', 'progressed', at('11-24 11:00'), { note: '配件下周到' })
    await rows.event('talked', 'deliberated', at('11-24 10:00'), { byId: 'lee' })
    await rows.event('talked', 'deliberated', at('11-24 12:00'), { byId: 'mediator' })
    await rows.event('talked', 'progressed', at('11-24 12:00'))
    await rows.event('talked once', 'deliberated', at('11-20 10:00'), { byId: 'lee' })
    await rows.event('talked once', 'deliberated', at('11-24 10:00'), { byId: 'lee' })
    const found = await figures.toDecide(day, NOW)
    expect(found.map((f) => [f.ticket.id, f.talks, f.lastTalkBy])).toEqual([
      ['late', 0, null],
      ['extension', 0, null],
      ['unowned', 0, null],
      ['talked', 2, 'mediator'],
      ['complaint', 0, null],
    ])
    expect(await figures.lastReasons(['late', 'unowned'])).toEqual(new Map([['late', '配件下周到']]))
    expect(found[1]?.ticket.extensionAsked).toEqual({ ...asked, until: at('12-05 18:00') })
    expect(found[0]?.ticket.completeBy).toEqual(at('11-18 18:00'))
    expect(found[4]?.ticket.about).toEqual(['secretary'])
  })
})
