import { DAY_MS, earlier } from '../../domain/durations.ts'
import { dayNumber, momentAt } from '../../domain/moments.ts'
import type { Person } from '../../domain/people.ts'
import { placeName } from '../../domain/place-name.ts'
import { dayOf, yearUntil } from '../../domain/span.ts'
import type { Desk } from '../../ports/desk.ts'
import { kindWords } from '../../wording/digests.ts'
import { scopeOf } from '../measure.ts'
import { type Burst, isBurst, type Recurrence, usualOf, WARNING_RULES } from './facts.ts'
import * as say from './words.ts'

const WEEK_DAYS = 7

const daysAgo = (now: Date, days: number): Date => momentAt(dayNumber(now) - days + 1, 0)

async function recurrences(desk: Pick<Desk, 'now' | 'roster' | 'warnings'>, reader: Person): Promise<Recurrence[]> {
  const { times, withinDays } = WARNING_RULES.again
  return desk.warnings.again(scopeOf(desk, reader, yearUntil(dayOf(desk.now).to)), times, daysAgo(desk.now, withinDays))
}

async function widespread(
  desk: Pick<Desk, 'now' | 'roster' | 'warnings'>,
  reader: Person,
): Promise<{ duty: string; villages: string[] }[]> {
  const { villages, days } = WARNING_RULES.across
  return desk.warnings.across(scopeOf(desk, reader, { from: daysAgo(desk.now, days), to: dayOf(desk.now).to }), villages)
}

/** What came suddenly often, with what is usual beside it; private matters by their kind alone. */
export async function bursts(desk: Pick<Desk, 'now' | 'roster' | 'figures' | 'warnings'>, reader: Person): Promise<Burst[]> {
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

const short = (desk: Pick<Desk, 'roster'>, duty: string): string => desk.roster.duties.get(duty)?.short ?? duty

export const burstSaid = (desk: Pick<Desk, 'roster'>, b: Burst): say.BurstSaid => ({
  village: placeName(desk.roster, b.village),
  what: 'duty' in b.what ? short(desk, b.what.duty) : kindWords[b.what.kind],
  ...{ count: b.count, days: WARNING_RULES.burst.days, usual: b.usual },
})

/** 苗头: everything the rules find, with the numbers behind it. */
export async function warningLines(desk: Pick<Desk, 'now' | 'roster' | 'figures' | 'warnings'>, reader: Person): Promise<string[]> {
  const again = (await recurrences(desk, reader)).map((r) =>
    say.againLine({
      ...{ village: placeName(desk.roster, r.village), what: short(desk, r.duty), count: r.count, days: r.days },
      places: r.places.map((p) => ({ name: desk.roster.nodes.get(p.place)?.name ?? '', count: p.count })),
    }),
  )
  const sudden = (await bursts(desk, reader)).map((b) => say.burstLine(burstSaid(desk, b)))
  const across = (await widespread(desk, reader)).map((a) =>
    say.acrossLine({
      what: short(desk, a.duty),
      villages: a.villages.map((v) => placeName(desk.roster, v)),
      days: WARNING_RULES.across.days,
    }),
  )
  return [...sudden, ...again, ...across]
}
