import type { Person } from '../domain/people.ts'
import type { Desk } from '../ports/desk.ts'
import type { Scope } from '../ports/figures.ts'
import { placeName } from '../tickets/facts.ts'
import * as say from '../wording/digests.ts'
import { nameOf, partOf } from './decisions.ts'
import { daysBefore, daysSince, type Span, yearOf } from './span.ts'

const AGAIN = 3
const VILLAGES_AGAIN = 3
const RECENT_DAYS = 30
const OLDEST = 2
const OLD_DAYS = 7

export const scopeOf = (desk: Desk, reader: Person, span: Span): Scope => ({ villages: partOf(desk, reader), reader: reader.id, ...span })

export const kinds = (rows: readonly { kind: keyof say.Counts; count: number }[]): say.Counts => {
  const counts: say.Counts = { village: 0, neighbour: 0, household: 0 }
  for (const r of rows) counts[r.kind] += r.count
  return counts
}

export const total = (counts: say.Counts): number => counts.village + counts.neighbour + counts.household

/** Everything a span has to tell, as lines by importance; none where there is nothing. */
export async function tellSpan(
  desk: Desk,
  scope: Scope,
  word: string,
): Promise<{ lines: say.Line[]; opened: say.Counts; happened: boolean }> {
  const { figures, now, roster } = desk
  const rows = await figures.opened(scope)
  const opened = kinds(rows)
  const done = total(kinds(await figures.done(scope)))
  const overdue = (await figures.overdue(scope, now)).length
  const perVillage = [...Map.groupBy(rows, (r) => r.village)].map(([village, list]) => ({
    name: placeName(roster, village),
    count: list.reduce((n, r) => n + r.count, 0),
  }))
  const lines = [
    line(say.today(word, opened, done, overdue), 1),
    line(
      say.rates({
        response: await figures.firstResponses(scope, now),
        completion: await figures.completions(scope),
        satisfaction: await figures.satisfaction(scope),
      }),
      2,
    ),
    line(say.byVillage(perVillage.sort((a, b) => b.count - a.count).slice(0, 8)), 5),
    line(await tellOldest(desk, scope), 3),
    line(await tellRepeated(desk, scope), 4),
  ].flat()
  return { lines, opened, happened: total(opened) + done + overdue > 0 }
}

const line = (text: string | null, rank: number): say.Line[] => (text ? [{ text, rank }] : [])

async function tellOldest(desk: Desk, scope: Scope): Promise<string | null> {
  const rows = (await desk.figures.oldest(scope, OLDEST)).filter((t) => daysSince(t.openedAt, desk.now) >= OLD_DAYS)
  return say.oldest(
    rows.map((t) => ({ label: t.label, what: nameOf(desk, t), days: daysSince(t.openedAt, desk.now), until: t.waiting?.until ?? null })),
    desk.now,
  )
}

async function tellRepeated(desk: Desk, scope: Scope): Promise<string | null> {
  const short = (duty: string) => desk.roster.duties.get(duty)?.short ?? duty
  const here = await desk.figures.repeatedHere({ ...scope, ...yearOf(desk.now) }, AGAIN)
  const across = await desk.figures.repeatedAcross({ ...scope, from: daysBefore(desk.now, RECENT_DAYS), to: desk.now }, VILLAGES_AGAIN)
  return say.repeated(
    here.slice(0, 3).map((r) => ({ village: placeName(desk.roster, r.village ?? ''), what: short(r.duty), count: r.count })),
    across.slice(0, 3).map((r) => ({ what: short(r.duty), count: r.count })),
  )
}
