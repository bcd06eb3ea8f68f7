import { DAY_MS, earlier } from '../../domain/durations.ts'
import { type Burst, isBurst, type Recurrence, usualOf, WARNING_RULES } from './facts.ts'
import { dayNumber, momentAt } from '../../domain/moments.ts'
import type { Person } from '../../domain/people.ts'
import { dayOf, yearUntil } from '../../domain/span.ts'
import type { Desk } from '../../ports/desk.ts'
import { scopeOf } from '../scope.ts'

const WEEK_DAYS = 7

const daysAgo = (now: Date, days: number): Date => momentAt(dayNumber(now) - days + 1, 0)

export async function recurrences(desk: Desk, reader: Person): Promise<Recurrence[]> {
  const { times, withinDays } = WARNING_RULES.again
  return desk.warnings.again(scopeOf(desk, reader, yearUntil(dayOf(desk.now).to)), times, daysAgo(desk.now, withinDays))
}

export async function widespread(desk: Desk, reader: Person): Promise<{ duty: string; villages: string[] }[]> {
  const { villages, days } = WARNING_RULES.across
  return desk.warnings.across(scopeOf(desk, reader, { from: daysAgo(desk.now, days), to: dayOf(desk.now).to }), villages)
}

/** What came suddenly often, with what is usual beside it; private matters by their kind alone. */
export async function bursts(desk: Desk, reader: Person): Promise<Burst[]> {
  const { days, atLeast, usualWeeks } = WARNING_RULES.burst
  const recent = daysAgo(desk.now, days)
  const from = earlier(recent, usualWeeks * WEEK_DAYS * DAY_MS)
  const scope = scopeOf(desk, reader, { from, to: dayOf(desk.now).to })
  const first = await desk.figures.firstRecord(scope)
  const weeks = first ? (recent.getTime() - first.getTime()) / (WEEK_DAYS * DAY_MS) : 0
  const rows = await desk.warnings.counts(scope, recent, atLeast)
  return rows.flatMap((r): Burst[] => {
    const usual = usualOf(r.before, weeks)
    if (!isBurst(r.recent, usual)) return []
    return [{ what: r.duty ? { duty: r.duty } : { kind: r.kind }, village: r.village, count: r.recent, usual }]
  })
}
