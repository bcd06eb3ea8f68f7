import { dayOf, minuteOf, momentAt, numberOfDay } from '../domain/moments.ts'
import type { Person } from '../domain/people.ts'
import { placeName } from '../domain/place-name.ts'
import { gridOf, isCadreOf, officesReach, personName, type Roster, townNode, villageOf } from '../domain/roster.ts'
import { ASSEMBLIES } from '../measures/assemblies/facts.ts'
import { LECTURES } from '../measures/lectures/facts.ts'
import { seriesNames } from '../measures/lectures/words.ts'
import { SAY_DAYS } from '../measures/say-day/facts.ts'
import type { Desk } from '../ports/desk.ts'
import { calendarWords as words } from '../wording/office-calendar.ts'

/** What is held on a day, or who is away on it. */
export interface DayEvent {
  day: string
  minute: number | null
  text: string
  kind: 'held' | 'away'
}

const MANY = 300
/** 说事日, 大讲堂, 议事会 and who is on leave, in the villages that the reader's offices reach. */
export async function eventsOf(
  desk: Pick<Desk, 'cases' | 'roster'>,
  reader: Person,
  { from, to, place }: { from: string; to: string; place: string | null },
): Promise<DayEvent[]> {
  const { roster } = desk
  const villages = officesReach(roster, reader).filter((v) => place === null || v === villageOf(roster, place))
  const days = { from, to }
  const sayDays = await desk.cases(SAY_DAYS).list({ days, villages, limit: MANY })
  const lectures = (await desk.cases(LECTURES).list({ days, limit: MANY })).filter((l) => l.villages.some((v) => villages.includes(v)))
  // Who is called together is told by the cadres of that village; the oversight committee hears of it as everybody does.
  const mine = villages.filter((v) => isCadreOf(roster, reader, v))
  const assemblies = (await desk.cases(ASSEMBLIES).list({ villages: mine, newestFirst: true, limit: MANY })).filter(
    (a) => dayOf(a.at) >= from && dayOf(a.at) <= to,
  )
  const held: DayEvent[] = [
    ...sayDays
      .filter((d) => d.status !== 'cancelled')
      .map((d) => ({ day: d.day, minute: d.minute, text: words.sayDay(placeName(roster, d.village), d.place) })),
    ...lectures
      .filter((l) => l.status !== 'cancelled')
      .map((l) => ({ day: l.day, minute: l.minute, text: words.lecture(seriesNames[l.series], l.topic) })),
    ...assemblies.map((a) => ({ day: dayOf(a.at), minute: minuteOf(a.at), text: words.assembly(placeName(roster, a.village)) })),
  ].map((event) => ({ ...event, kind: 'held' }))
  return [...held.sort((a, b) => (a.minute ?? 0) - (b.minute ?? 0)), ...awayOn(roster, villages, from, to)]
}

/** Each day of each leave. */
function awayOn(roster: Roster, villages: readonly string[], from: string, to: string): DayEvent[] {
  return roster.leaves
    .filter(({ person }) => {
      const grid = gridOf(roster, person) ?? townNode(roster)
      return villages.includes(villageOf(roster, grid) ?? grid)
    })
    .flatMap(({ person, deputy, since, until }) => {
      const [first, last] = [Math.max(numberOfDay(dayOf(since)), numberOfDay(from)), Math.min(numberOfDay(until), numberOfDay(to))]
      return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => ({
        day: dayOf(momentAt(first + n, 0)),
        minute: null,
        text: words.leave(personName(roster, person), personName(roster, deputy)),
        kind: 'away' as const,
      }))
    })
}
