import { earlier } from '../domain/durations.ts'
import { placeName } from '../domain/place-name.ts'
import { dayOf, daysBefore, daysSince, yearUntil } from '../domain/span.ts'
import type { Desk } from '../ports/desk.ts'
import type { Scope, Tally } from '../ports/figures.ts'
import type { Counts, OldMatter, Rates, Trend, VillageRow } from '../wording/digests.ts'
import { nameOf } from './decisions.ts'

/** The third time this year; three villages within thirty days. */
const AGAIN = 3
const VILLAGES_AGAIN = 3
const RECENT_DAYS = 30
const OLDEST = 2
/** Younger than this nothing is old. */
const OLD_DAYS = 7
const REPEATED = 3

export const byKind = (rows: readonly Tally[]): Counts => {
  const counts: Counts = { village: 0, neighbour: 0, household: 0 }
  for (const r of rows) counts[r.kind] += r.count
  return counts
}

export const total = (rows: readonly Tally[]): number => rows.reduce((n, r) => n + r.count, 0)

export interface SpanFacts {
  opened: Counts
  done: Counts
  overdue: Counts
  rates: Rates
  villages: VillageRow[]
}

export const ratesOf = async ({ figures, now }: Pick<Desk, 'now' | 'figures'>, scope: Scope): Promise<Rates> => ({
  response: await figures.firstResponses(scope, now),
  completion: await figures.completions(scope),
  satisfaction: await figures.satisfaction(scope),
})

/** `rated`: the span of the rates, where it is another one. Of a span that is over nothing is told of what stands now. */
export async function spanFacts(desk: Pick<Desk, 'now' | 'roster' | 'figures'>, scope: Scope, rated: Scope = scope): Promise<SpanFacts> {
  const opened = await desk.figures.opened(scope)
  const done = await desk.figures.done(scope)
  const overdue = scope.to < desk.now ? [] : await desk.figures.overdue(scope, desk.now)
  return {
    opened: byKind(opened),
    done: byKind(done),
    overdue: byKind(overdue),
    rates: await ratesOf(desk, rated),
    villages: villageRows(desk, { opened, done, overdue }),
  }
}

/** What is so at this moment, whenever it came about. */
export async function standingNow(
  { figures, now }: Pick<Desk, 'now' | 'figures'>,
  scope: Scope,
): Promise<{ overdue: number; sinceToday: number; waiting: number }> {
  const { overdue, lateToday, waiting } = await figures.standing(scope, now)
  return { overdue: total(overdue), sinceToday: total(lateToday), waiting: total(waiting) }
}

/** Late ones first, then where most is new. */
function villageRows({ roster }: Pick<Desk, 'roster'>, tallies: Record<'opened' | 'done' | 'overdue', readonly Tally[]>): VillageRow[] {
  const villages = new Set([...tallies.opened, ...tallies.done, ...tallies.overdue].map((r) => r.village))
  const count = (rows: readonly Tally[], village: string) => rows.reduce((n, r) => n + (r.village === village ? r.count : 0), 0)
  return [...villages]
    .map((v) => ({
      name: placeName(roster, v),
      opened: count(tallies.opened, v),
      done: count(tallies.done, v),
      overdue: count(tallies.overdue, v),
    }))
    .sort((a, b) => b.overdue - a.overdue || b.opened - a.opened || b.done - a.done)
}

export async function oldMatters(desk: Pick<Desk, 'now' | 'roster' | 'figures'>, scope: Scope): Promise<OldMatter[]> {
  const rows = await desk.figures.oldest(scope, OLDEST)
  return rows
    .map((t) => ({ label: t.label, what: nameOf(desk, t), days: daysSince(t.openedAt, desk.now), until: t.waiting?.until ?? null }))
    .filter((t) => t.days >= OLD_DAYS)
}

/** What comes again and again, as it stood when the span ended. */
export async function repeatedMatters(
  desk: Pick<Desk, 'now' | 'roster' | 'figures'>,
  scope: Scope,
): Promise<Pick<Trend, 'here' | 'across'>> {
  const end = scope.to < desk.now ? scope.to : dayOf(desk.now).to
  const recent = daysBefore(earlier(end, 1), RECENT_DAYS)
  const short = (duty: string) => desk.roster.duties.get(duty)?.short ?? duty
  const here = await desk.figures.repeatedHere({ ...scope, ...yearUntil(end) }, AGAIN, recent)
  const across = await desk.figures.repeatedAcross({ ...scope, from: recent, to: end }, VILLAGES_AGAIN)
  return {
    here: here.slice(0, REPEATED).map((r) => ({ village: placeName(desk.roster, r.village), what: short(r.duty), count: r.count })),
    across: across.slice(0, REPEATED).map((r) => ({ what: short(r.duty), villages: r.villages })),
  }
}
