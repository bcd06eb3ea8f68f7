import { shiftWorkdays } from '../domain/calendar.ts'
import { dayName, dayNumber, momentAt } from '../domain/moments.ts'
import type { Person } from '../domain/people.ts'
import type { Picture } from '../domain/picture.ts'
import type { Desk } from '../ports/desk.ts'
import type { FactsDesk } from '../tickets/facts.ts'
import { trendTitle } from '../wording/pictures.ts'
import { partName, scopeOf } from './part.ts'

/** Two weeks and a bit: as many bars as a phone shows well. */
const WORKDAYS = 12
/** Fewer days with something on them tell no trend. */
const TELLING_DAYS = 3

/**
 * The last working days of a leader's part, for the one picture of the digest; what came in on a free day stands with the
 * working day after it. Null while there is no trend to see.
 */
export async function dayTrend(desk: FactsDesk & Pick<Desk, 'figures'>, leader: Person): Promise<Picture | null> {
  const today = dayNumber(desk.now)
  const first = shiftWorkdays(today + 1, -WORKDAYS, desk.calendar)
  const rows = await desk.figures.daily(scopeOf(desk, leader, { from: momentAt(first, 0), to: momentAt(today + 1, 0) }))
  if (rows.length < TELLING_DAYS) return null
  const days: { day: string; opened: number; done: number }[] = []
  let [opened, done] = [0, 0]
  for (let n = first; n <= today; n++) {
    const row = rows.find((r) => r.day === dayName(n))
    opened += row?.opened ?? 0
    done += row?.done ?? 0
    if (!desk.calendar.isWorkday(dayName(n)) && n < today) continue
    const [, month, day] = dayName(n).split('-').map(Number)
    days.push({ day: `${month}/${day}`, opened, done })
    opened = done = 0
  }
  return { kind: 'trend', title: trendTitle(partName(desk, leader), days.length), days }
}
