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
const elsewhere = { villageId: 'c' }

describe('opened', () => {
  it('counts by village and kind what was told in the span, withdrawn and rejected too, merged and what is about the reader not', async () => {
    await rows.ticket('1')
    await rows.ticket('2', { kind: 'household' })
    await rows.ticket('3', { villageId: 'b', status: 'withdrawn', endedAt: at('11-24 10:00') })
    await rows.ticket('4', { villageId: 'b', status: 'rejected', endedAt: at('11-24 10:00') })
    await rows.ticket('5', merged)
    await rows.ticket('6', aboutReader)
    await rows.ticket('7', elsewhere)
    await rows.ticket('8', { openedAt: at('11-23 23:59') })
    await rows.ticket('9', { openedAt: at('11-25 00:00') })
    await rows.ticket('10', { openedAt: at('11-24 00:00'), kind: 'neighbour' })
    expect(await figures.opened(day)).toEqual([
      { village: 'a', kind: 'household', count: 1 },
      { village: 'a', kind: 'neighbour', count: 1 },
      { village: 'a', kind: 'village', count: 1 },
      { village: 'b', kind: 'village', count: 2 },
    ])
  })

  it('keeps the towns of one database apart', async () => {
    await rows.ticket('1', { townId: 'another' })
    expect(await figures.opened(day)).toEqual([])
  })
})

describe('done and completions', () => {
  it('count what was resolved in the span and is so still, on time by its own date', async () => {
    await rows.ticket('1', { status: 'resolved', resolvedAt: at('11-24 10:00') })
    await rows.ticket('2', { status: 'closed', resolvedAt: at('11-24 11:00'), endedAt: at('11-24 12:00') })
    await rows.ticket('late', {
      status: 'closed',
      resolvedAt: at('11-24 11:00'),
      completeBy: at('11-23 18:00'),
      endedAt: at('11-24 12:00'),
    })
    await rows.ticket('to the minute', { status: 'resolved', resolvedAt: at('11-24 11:00'), completeBy: at('11-24 11:00') })
    await rows.ticket('closed today, resolved before', { status: 'closed', resolvedAt: at('11-20 10:00'), endedAt: at('11-24 12:00') })
    await rows.ticket('reopened', { status: 'open', resolvedAt: null, reopened: 1 })
    await rows.ticket('withdrawn', { status: 'withdrawn', resolvedAt: at('11-24 10:00'), endedAt: at('11-24 11:00') })
    await rows.ticket('rejected', { status: 'rejected', endedAt: at('11-24 11:00') })
    await rows.ticket('merged', { ...merged, resolvedAt: at('11-24 10:00') })
    await rows.ticket('about', { ...aboutReader, status: 'resolved', resolvedAt: at('11-24 10:00') })
    expect(await figures.done(day)).toEqual([{ village: 'a', kind: 'village', count: 4 }])
    expect(await figures.completions(day)).toEqual({ onTime: 3, all: 4 })
  })
})

describe('overdue and waiting', () => {
  it('tell apart what is late from what waits', async () => {
    await rows.ticket('late', { completeBy: at('11-20 18:00') })
    await rows.ticket('later', { completeBy: at('11-24 17:39'), villageId: 'b', kind: 'neighbour' })
    await rows.ticket('due at this minute', { completeBy: NOW })
    await rows.ticket('waiting', {
      status: 'waiting',
      completeBy: at('11-20 18:00'),
      waitingUntil: at('12-20 09:00'),
      waitingSince: at('11-10 09:00'),
    })
    await rows.ticket('waiting less', { status: 'waiting', waitingUntil: at('12-10 09:00'), waitingSince: at('11-10 09:00') })
    await rows.ticket('resolved late', { status: 'resolved', completeBy: at('11-20 18:00'), resolvedAt: at('11-24 10:00') })
    await rows.ticket('merged', { ...merged, completeBy: at('11-20 18:00') })
    await rows.ticket('about', { ...aboutReader, completeBy: at('11-20 18:00') })
    expect(await figures.overdue(day, NOW)).toEqual([
      { village: 'a', kind: 'village', count: 1 },
      { village: 'b', kind: 'neighbour', count: 1 },
    ])
    expect(ids(await figures.mostOverdue(day, NOW, 9))).toEqual(['late', 'later'])
    expect(ids(await figures.mostOverdue(day, NOW, 1))).toEqual(['late'])
    const { live, waiting, overdue, lateToday } = await figures.standing(day, NOW)
    expect(overdue).toEqual(await figures.overdue(day, NOW))
    expect(waiting).toEqual([{ village: 'a', kind: 'village', count: 2 }])
    expect(live).toEqual([
      { village: 'a', kind: 'village', count: 4 },
      { village: 'b', kind: 'neighbour', count: 1 },
    ])
    expect(lateToday).toEqual([{ village: 'b', kind: 'neighbour', count: 1 }])
    expect(ids(await figures.nextWaiting(day, 9))).toEqual(['waiting less', 'waiting'])
  })
})

describe('first responses', () => {
  it.each([
    ['answered in time', { respondedAt: at('11-24 10:00') }, { onTime: 1, all: 1 }],
    [
      'answered in time before the span, due in it',
      { respondedAt: at('11-23 10:00'), respondBy: at('11-24 12:00') },
      { onTime: 0, all: 0 },
    ],
    ['due in the span and not answered', { respondBy: at('11-24 12:00') }, { onTime: 0, all: 1 }],
    ['due later today', { respondBy: at('11-24 18:00') }, { onTime: 0, all: 0 }],
    ['due in the span, answered too late', { respondBy: at('11-24 12:00'), respondedAt: at('11-24 15:00') }, { onTime: 0, all: 1 }],
    [
      'missed before the span, answered in it: counted on the day it was missed',
      { respondBy: at('11-23 12:00'), respondedAt: at('11-24 15:00') },
      { onTime: 0, all: 0 },
    ],
    ['rejected in time', { status: 'rejected', endedAt: at('11-24 10:00') }, { onTime: 1, all: 1 }],
    ['rejected too late', { status: 'rejected', endedAt: at('11-24 15:00'), respondBy: at('11-24 12:00') }, { onTime: 0, all: 1 }],
    [
      'withdrawn before anybody had to answer',
      { status: 'withdrawn', endedAt: at('11-24 10:00'), respondBy: at('11-24 12:00') },
      { onTime: 0, all: 0 },
    ],
    [
      'withdrawn after nobody had answered',
      { status: 'withdrawn', endedAt: at('11-24 13:00'), respondBy: at('11-24 12:00') },
      { onTime: 0, all: 1 },
    ],
    ['merged', { ...merged, respondedAt: at('11-24 10:00') }, { onTime: 0, all: 0 }],
    ['about the reader', { ...aboutReader, respondedAt: at('11-24 10:00') }, { onTime: 0, all: 0 }],
  ])('counts once what was %s', async (_name, more, expected) => {
    await rows.ticket('1', more)
    expect(await figures.firstResponses(day, NOW)).toEqual(expected)
  })
})

describe('satisfaction', () => {
  it('counts no answer apart, and what was said before a matter was reopened', async () => {
    const closed = { status: 'closed', endedAt: at('11-24 12:00') }
    await rows.ticket('good', { ...closed, satisfaction: 'good' })
    await rows.ticket('good too', { ...closed, satisfaction: 'good', villageId: 'b' })
    await rows.ticket('fair', { ...closed, satisfaction: 'fair' })
    await rows.ticket('silent', closed)
    await rows.ticket('another day', { ...closed, endedAt: at('11-23 12:00'), satisfaction: 'good' })
    await rows.ticket('withdrawn', { status: 'withdrawn', endedAt: at('11-24 12:00') })
    await rows.ticket('rejected', { status: 'rejected', endedAt: at('11-24 12:00') })
    await rows.ticket('merged', { ...merged, endedAt: at('11-24 12:00'), satisfaction: 'good' })
    await rows.ticket('about', { ...closed, ...aboutReader, satisfaction: 'good' })
    await rows.ticket('reopened', { reopened: 1 })
    await rows.event('reopened', 'rated', at('11-24 11:00'), { data: { satisfaction: 'poor' } })
    await rows.event('reopened', 'rated', at('11-20 11:00'), { data: { satisfaction: 'poor' } })
    await rows.event('good', 'rated', at('11-24 12:00'), { data: { satisfaction: 'good' } })
    await rows.event('about', 'rated', at('11-24 11:00'), { data: { satisfaction: 'poor' } })
    expect(await figures.satisfaction(day)).toEqual({ good: 2, fair: 1, poor: 1, none: 1 })
  })

  it('counts a matter that closed as 不满意 once', async () => {
    await rows.ticket('poor', { status: 'closed', endedAt: at('11-24 12:00'), satisfaction: 'poor' })
    await rows.event('poor', 'rated', at('11-24 12:00'), { data: { satisfaction: 'poor' } })
    expect(await figures.satisfaction(day)).toEqual({ good: 0, fair: 0, poor: 1, none: 0 })
  })

  it('counts a matter that was 不满意 in the morning and 满意 in the evening as both', async () => {
    await rows.ticket('both', { status: 'closed', endedAt: at('11-24 16:00'), satisfaction: 'good', reopened: 1 })
    await rows.event('both', 'rated', at('11-24 09:30'), { data: { satisfaction: 'poor' } })
    expect(await figures.satisfaction(day)).toEqual({ good: 1, fair: 0, poor: 1, none: 0 })
  })
})
