import { describe, expect, it } from 'vitest'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { clocksOf, mayAskUntil, type Petition } from '../../src/measures/petitions/facts.ts'

const calendar = chineseCalendar()
const day = (d: string) => new Date(`${d}T10:00:00+08:00`)
const local = (at: Date | null) => at && new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16)

const petition = (changes: Partial<Petition> = {}): Petition => ({
  id: 'p',
  number: 1,
  status: 'registered',
  village: 'V01',
  ticket: null,
  openedAt: day('2026-03-02'),
  endedAt: null,
  version: 1,
  petitioner: { name: '周德福', person: null },
  people: 1,
  way: 'visit',
  text: '低保停了',
  registrar: 'D1',
  lead: null,
  handlers: [],
  about: [],
  demands: [],
  visits: [],
  promises: [],
  receivedAt: day('2026-03-02'),
  registeredAt: day('2026-03-02'),
  acceptedAt: null,
  noticedAt: null,
  answeredAt: null,
  extendedDays: 0,
  reviews: [],
  handedTo: null,
  ...changes,
})

const clock = (p: Petition, code: string) => clocksOf(p, calendar).find((c) => c.code === code)

describe('the clocks of 《信访工作条例》', () => {
  const accepted = petition({ status: 'accepted', acceptedAt: day('2026-03-10') })
  const answered = petition({ status: 'answered', acceptedAt: day('2026-03-10'), answeredAt: day('2026-04-20') })
  it.each([
    ['15 days to register and pass on', petition(), 'register', 22, '2026-03-17T18:00'],
    ['15 days to tell in writing', petition(), 'notice', 23, '2026-03-17T18:00'],
    ['60 days from acceptance to finish', accepted, 'finish', 34, '2026-05-09T18:00'],
    ['30 more when extended', { ...accepted, extendedDays: 30 }, 'finish', 34, '2026-06-08T18:00'],
    [
      '30 days to answer a review',
      { ...answered, reviews: [{ step: 'review' as const, askedAt: day('2026-05-01'), answeredAt: null }] },
      'review',
      35,
      '2026-05-31T18:00',
    ],
    [
      '30 days to answer a recheck',
      { ...answered, reviews: [{ step: 'recheck' as const, askedAt: day('2026-06-01'), answeredAt: null }] },
      'recheck',
      36,
      '2026-07-01T18:00',
    ],
  ])('give %s', (_, p, code, article, due) => {
    expect(clock(p, code)).toMatchObject({ article, done: false })
    expect(local(clock(p, code)?.due ?? null)).toBe(due)
  })

  it('stand beside our own, which count working days and carry no article', () => {
    expect(clock(petition(), 'firstVisit')).toMatchObject({ article: null, done: false })
    expect(local(clock(petition(), 'firstVisit')?.due ?? null)).toBe('2026-03-09T18:00')
    expect(clock(petition({ visits: [{ at: day('2026-03-04'), by: 'M', said: '谈过' }] }), 'firstVisit')?.done).toBe(true)
  })

  it('do not run before what they count from', () => {
    expect(clock(petition(), 'finish')).toBeUndefined()
    expect(mayAskUntil(petition())).toBeNull()
  })

  it('leave 30 days from the last written answer to ask for the next step', () => {
    expect(local(mayAskUntil(answered))).toBe('2026-05-20T18:00')
    const reviews = [{ step: 'review' as const, askedAt: day('2026-05-01'), answeredAt: day('2026-05-25') }]
    expect(local(mayAskUntil({ ...answered, reviews }))).toBe('2026-06-24T18:00')
  })

  it('all end with the case', () => {
    expect(clocksOf({ ...accepted, status: 'handedOver' }, calendar).every((c) => c.done)).toBe(true)
  })
})
