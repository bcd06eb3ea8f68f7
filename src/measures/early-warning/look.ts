import { type Burst, isBurst, type Recurrence, usualOf, WARNING_RULES } from '../../domain/early-warning.ts'
import { DAY_MS, dayNumber, momentAt } from '../../domain/moments.ts'
import type { Person } from '../../domain/people.ts'
import { townNode, villagesOf } from '../../domain/roster.ts'
import { dayOf, yearUntil } from '../../domain/span.ts'
import type { Desk } from '../../ports/desk.ts'
import type { Scope } from '../../ports/figures.ts'

const WEEK_DAYS = 7

/** The part of the tree somebody's roles reach, and for whose eyes. */
const scopeOf = (desk: Desk, reader: Person, span: { from: Date; to: Date }): Scope => {
  const roles = reader.roles.filter((r) => r.role !== 'resident')
  const town = roles.some((r) => r.grid === townNode(desk.roster)) ? [townNode(desk.roster)] : []
  return { villages: [...villagesOf(desk.roster, { roles }), ...town], reader: reader.id, ...span }
}

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
  const from = new Date(recent.getTime() - usualWeeks * WEEK_DAYS * DAY_MS)
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
