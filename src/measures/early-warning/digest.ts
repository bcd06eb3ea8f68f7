import { type Burst, WARNING_RULES } from './facts.ts'
import type { Person } from '../../domain/people.ts'
import type { Desk } from '../../ports/desk.ts'
import { placeName } from '../../tickets/facts.ts'
import { kindWords, line } from '../../wording/digests.ts'
import * as say from './words.ts'
import type { MeasureDigest } from '../measure.ts'
import { bursts, recurrences, widespread } from './verbs.ts'

const SHOWN = 3

const short = (desk: Desk, duty: string): string => desk.roster.duties.get(duty)?.short ?? duty

export const burstSaid = (desk: Desk, b: Burst): say.BurstSaid => ({
  village: placeName(desk.roster, b.village),
  what: 'duty' in b.what ? short(desk, b.what.duty) : kindWords[b.what.kind],
  ...{ count: b.count, days: WARNING_RULES.burst.days, usual: b.usual },
})

/** 苗头: everything the rules find, with the numbers behind it. */
export async function warningLines(desk: Desk, reader: Person): Promise<string[]> {
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

export const earlyWarningDigest: MeasureDigest = {
  dayLines: async (desk, leader) => line(4.2, say.burstsOfDay((await bursts(desk, leader)).slice(0, SHOWN).map((b) => burstSaid(desk, b)))),
  // The month's line of what comes again and again stands with its figures already (src/digest/month.ts).
  monthLines: async () => [],
}
