import { dayOf, momentAt, numberOfDay } from '../domain/moments.ts'
import type { Person } from '../domain/people.ts'
import { gridOf, officesReach, personName, type Roster, townNode, villageOf } from '../domain/roster.ts'
import type { Desk } from '../ports/desk.ts'
import type { Held, HeldDays } from '../ports/measure-pages.ts'
import { calendarWords as words } from '../wording/office-calendar.ts'

/** What is held on a day, or who is away on it. */
export interface DayEvent extends Held {
  kind: 'held' | 'away'
}

/** What the measures hold and who is on leave, in the villages that the reader's offices reach. */
export async function eventsOf(
  desk: Desk,
  reader: Person,
  { from, to, place }: { from: string; to: string; place: string | null },
  held: readonly HeldDays[],
): Promise<DayEvent[]> {
  const { roster } = desk
  const villages = officesReach(roster, reader).filter((v) => place === null || v === villageOf(roster, place))
  const events: DayEvent[] = []
  for (const of of held)
    events.push(...(await of(desk, reader, { from, to, villages })).map((event) => ({ ...event, kind: 'held' as const })))
  return [...events.sort((a, b) => (a.minute ?? 0) - (b.minute ?? 0)), ...awayOn(roster, villages, from, to)]
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
