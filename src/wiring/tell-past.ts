import { createClassifier } from '../classify/classify.ts'
import { type Calendar, isWorkingDay, nextWorkdayAt, shiftWorkdays } from '../domain/calendar.ts'
import { dayNumber, minuteOf, minuteOfTime, momentAt } from '../domain/moments.ts'
import { toGroup, toPerson } from '../domain/notice.ts'
import type { Settings } from '../domain/settings.ts'
import { moveClock } from '../jobs/move-clock.ts'
import { sampleTownship } from '../roster/sample.ts'
import { spokenDay } from '../roster/sample-course.ts'
import type { PastLine } from '../roster/sample-past.ts'
import { newRowId } from '../store/new-id.ts'
import { createStore } from '../store/store.ts'
import type { Database } from '../store/transaction.ts'
import { beginSchedules } from './begin-schedules.ts'
import { castOf } from './sample-cast.ts'
import { type Months, tellMonths } from './tell-months.ts'
import { standingClock, unspokenEngine } from './unspoken-engine.ts'

const FIRST_MORNING = '09:00'
/** Between these hours of a working day the township is awake already. */
const AWAKE = ['08:30', '16:30'] as const

/** The moment itself on a working day, else nine o'clock of the next working morning: at night nobody would answer. */
export function firstMorning(now: Date, calendar: Calendar): Date {
  const [from, to] = AWAKE.map(minuteOfTime)
  const minute = minuteOf(now)
  return isWorkingDay(now, calendar) && minute >= (from ?? 0) && minute < (to ?? 0) ? now : nextWorkdayAt(now, FIRST_MORNING, calendar)
}

export interface Past {
  /** The months before the last week. */
  months: Months
  /** The last week, line by line. */
  lines: readonly PastLine[]
  /** Called before it is told, for that takes some seconds. */
  begins(): void
}

interface Needs {
  db: Database
  calendar: Calendar
  settings: Settings
  now: Date
}

/**
 * Tells the sample township's past, once, through the pipeline that everything goes through, each line at its own moment and
 * on a clock of its own; the product's clock then begins on a working morning. Told again after a kill it says nothing
 * twice, for its messages have fixed ids.
 */
export async function tellPast({ months, lines, begins }: Past, { db, calendar, settings, now }: Needs): Promise<void> {
  if (!(await isUntold(db))) return
  begins()
  const township = sampleTownship()
  const outfit = { calendar, settings, newId: newRowId }
  const store = createStore(db, outfit)
  const morning = firstMorning(now, calendar)
  const dayBefore = (n: number) => shiftWorkdays(dayNumber(morning), -n, calendar)
  const moments = lines.map((line) => momentAt(dayBefore(line.daysBefore), minuteOfTime(line.at)))
  const week = momentAt(dayNumber(moments[0] ?? morning), minuteOfTime('07:00'))
  const clock = standingClock(week)
  const { judge } = createClassifier({ duties: township.duties, places: township.grid.flatMap((n) => [n.name, ...n.aliases]) })
  const fault = (what: string, thrown: unknown) => {
    throw new Error(`the sample's past: ${what}`, { cause: thrown })
  }
  const engine = await unspokenEngine({ store, clock, judge, fault })
  const cast = castOf(township)
  await tellMonths(months, { db, town: township.id, outfit, judge, morning, until: week, cast })
  const numbers = await numbersUntil(db, township.id, week)
  await beginSchedules(store, clock.now())
  for (const [n, line] of lines.entries()) {
    const at = moments[n] ?? morning
    await moveClock(at, clock, store, engine)
    const { group, person } = await speakerOf(line)
    await store.record([
      {
        ...{ town: township.id, channel: 'sandbox', id: `past-${n + 1}`, person, quote: null, photos: [], at },
        conversation: line.alone ? toPerson(person) : toGroup(group),
        text: said(line),
      },
    ])
  }
  await moveClock(morning, clock, store, engine)
  // Written last: as long as it is not there, the past is untold.
  await db.productClock.create({ data: { id: 1, offsetMs: BigInt(morning.getTime() - now.getTime()) } })

  async function speakerOf({ village, from }: PastLine): Promise<{ group: string; person: string }> {
    const { node, group, people } = cast.homes(village)
    const person =
      'household' in from
        ? people[from.household]
        : (await store.atDesk(township.id, clock.now(), (desk) => desk.ticketByNumber(node, numberOf(village, from.ownerOf))))?.owner
    if (!person) throw new Error(`nobody of ${village} can say it`)
    return { group, person }
  }

  function numberOf(village: string, nth: number): number {
    return (numbers.get(cast.homes(village).node) ?? 0) + nth
  }

  function said({ village, from, text }: PastLine): string {
    const number = 'ownerOf' in from ? String(numberOf(village, from.ownerOf)) : ''
    return text
      .replace('{n}', number)
      .replace(/\{\+(\d+)\}/u, (_, days) => spokenDay(shiftWorkdays(dayNumber(morning), Number(days), calendar)))
  }
}

/** The last number of each village before the week began, whether or not the week was told already. */
async function numbersUntil(db: Database, town: string, week: Date): Promise<Map<string, number>> {
  const rows = await db.ticket.groupBy({ by: ['villageId'], where: { townId: town, openedAt: { lt: week } }, _max: { number: true } })
  return new Map(rows.map((r) => [r.villageId, r._max.number ?? 0]))
}

/** Whether the sample is served, nobody has spoken in it yet, and its past was not told to the end. */
async function isUntold(db: Database): Promise<boolean> {
  if (await db.productClock.findFirst()) return false
  const town = await db.town.findFirst({ where: { sample: true, active: true } })
  if (!town) return false
  return (await db.message.count({ where: { townId: town.id, personId: { not: null }, NOT: { id: { startsWith: 'past-' } } } })) === 0
}
