import { DAY_MS, earlier, HOUR_MS, later } from '../../src/domain/durations.ts'
import type { Roster } from '../../src/domain/roster.ts'
import { SATISFACTIONS, type Status, type Ticket } from '../../src/domain/ticket.ts'
import { dice, inventMatters } from './invented-matters.ts'

const YEAR_DAYS = 365
/** Of the newest in a hundred each third is in hand, which makes one in a hundred of all. */
const NEWEST = 0.97
const LIVE: readonly Status[] = ['open', 'open', 'open', 'open', 'waiting', 'resolved']
const OVER: readonly Status[] = [
  'closed',
  'closed',
  'closed',
  'closed',
  'closed',
  'closed',
  'closed',
  'rejected',
  'withdrawn',
  'merged',
  'void',
]
export const TOLD = [
  '往里走第二根杆子那儿，晚上老人走路看不清，昨天还有人绊了一跤，麻烦来人看一下',
  '好几天了，一直没人管，孩子上学都要绕路',
  '我问了隔壁几家，都是一样的，麻烦给看看',
] as const
export const DONE = ['换了新的，试过了', '去看了，当场弄好了', '和两家都说好了，写了纸', '材料补齐交上去了'] as const

/** The invented matters as they lie in a town that has worked for so many years: evenly in time, nearly all of them over. */
export function agedMatters(roster: Roster, count: number, until: Date, years: number): Ticket[] {
  const { of, below, chance } = dice(11)
  const step = (years * YEAR_DAYS * DAY_MS) / count
  return inventMatters(roster, count, until).map((t, i): Ticket => {
    const live = i >= count * NEWEST && i % 3 === 0
    const status = of(live ? LIVE : OVER)
    const openedAt = earlier(until, Math.round((count - i) * step))
    const owner = t.owner ?? (live && chance(90) ? null : (t.coOwners[0] ?? null))
    const done = status === 'closed' || status === 'resolved'
    // What was done in time, and what took longer than was promised.
    const resolvedAt = done ? later(openedAt, Math.min((1 + below(20 * 24)) * HOUR_MS, Math.max(HOUR_MS, (count - i) * step))) : null
    return {
      ...t,
      ...{ owner, status, openedAt, countedFrom: openedAt, resolvedAt },
      text: `${t.title}，${of(TOLD)}。密语${i}。`,
      stage: live ? of(['triage', 'deliberation', 'handling']) : 'archive',
      respondBy: later(openedAt, DAY_MS),
      completeBy: later(openedAt, (3 + below(live ? 120 : 15)) * DAY_MS),
      acceptedAt: owner ? later(openedAt, HOUR_MS) : null,
      respondedAt: owner ? later(openedAt, (1 + below(30)) * HOUR_MS) : null,
      endedAt: live ? null : later(resolvedAt ?? openedAt, (1 + below(72)) * HOUR_MS),
      resolution: done ? of(DONE) : null,
      solved: done ? true : null,
      satisfaction: status === 'closed' && chance(60) ? of(SATISFACTIONS) : null,
      waiting: status === 'waiting' ? { until: later(until, (1 + below(30)) * DAY_MS), since: openedAt, reason: '等配件' } : null,
    }
  })
}
