import { dayName, dayOf, numberOfDay } from '../../domain/moments.ts'
import { toPerson } from '../../domain/notice.ts'
import type { Desk } from '../../ports/desk.ts'
import { placeName } from '../../tickets/facts.ts'
import { ask } from '../../wording/intake.ts'

const LOOK_BACK_DAYS = 14

/** The morning after, whoever called it is asked once for the record. */
export async function remindOfSayDays(desk: Desk): Promise<string> {
  const today = numberOfDay(dayOf(desk.now))
  const villages = [...desk.roster.nodes.values()].filter((n) => n.level === 'village').map((n) => n.id)
  const past = (await desk.sayDays.between(villages, dayName(today - LOOK_BACK_DAYS), dayName(today - 1))).filter(
    (d) => d.state === 'planned',
  )
  await desk.notify(
    past.map((d) => ({
      ...{ key: `say-day-ask:${d.id}`, to: toPerson(d.by), ticket: null, occasion: 'say-day' },
      text: ask.record(d, placeName(desk.roster, d.village), desk.now),
    })),
  )
  return `${past.length} asked`
}
