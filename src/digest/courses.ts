import { dayName, dayNumber, momentAt } from '../domain/moments.ts'
import type { Chart } from '../domain/picture.ts'
import { lastYear, monthName, monthOf, weekOf } from '../domain/span.ts'
import type { Desk } from '../ports/desk.ts'
import type { DayTally, Scope } from '../ports/figures.ts'
import { monthWord } from '../wording/digests.ts'
import { reportPictures as say } from '../wording/pictures.ts'

type CourseDesk = Pick<Desk, 'now' | 'figures'>

/** 11/24: as it stands under an axis. */
const shortDay = (day: string): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`

const WEEKS = 8
const WEEK_DAYS = 7
const MONTHS = 12

/** Whether anything is on record before the end of that span: no record is not the same as nothing. */
const onRecord = async ({ figures }: CourseDesk, scope: Scope): Promise<boolean> => {
  const first = await figures.firstRecord(scope)
  return first !== null && first < scope.to
}

const sums = (rows: readonly DayTally[], days: readonly string[]): number[] => {
  let sum = 0
  return days.map((day) => {
    sum += rows.find((r) => r.day === day)?.opened ?? 0
    return sum
  })
}

/** What came in since the first of the month, day by day, with the same month of last year. */
export async function courseOfMonth(desk: CourseDesk, scope: Scope, month: string): Promise<Chart> {
  const daysOf = (name: string) => {
    const { from, to } = monthOf(name)
    return Array.from({ length: dayNumber(to) - dayNumber(from) }, (_, i) => dayName(dayNumber(from) + i))
  }
  const [days, daysBefore] = [daysOf(month), daysOf(lastYear(month))]
  const before = { ...scope, ...monthOf(lastYear(month)) }
  const now = sums(await desk.figures.daily({ ...scope, ...monthOf(month) }), days)
  const then = (await onRecord(desk, before)) ? sums(await desk.figures.daily(before), daysBefore) : null
  const today = dayName(dayNumber(desk.now))
  return {
    ...{ title: say.courseOfMonth(monthWord(month)), shape: 'lines', labels: days.map((d) => String(Number(d.slice(8)))) },
    now: { name: say.thisYear, values: now.map((n, i) => ((days[i] ?? '') > today ? null : n)) },
    beside: then && { name: say.lastYear, values: days.map((_, i) => then[i] ?? null) },
  }
}

/** Eight weeks up to this one: what was done beside what came in. */
export async function courseOfWeeks(desk: CourseDesk, scope: Scope, week: Date): Promise<Chart> {
  const last = dayNumber(weekOf(week).from)
  const mondays = Array.from({ length: WEEKS }, (_, i) => last - (WEEKS - 1 - i) * WEEK_DAYS)
  const [first = last] = mondays
  const rows = await desk.figures.daily({ ...scope, from: momentAt(first, 0), to: weekOf(week).to })
  const total = (monday: number, pick: 'opened' | 'done') => {
    const [from, to] = [dayName(monday), dayName(monday + WEEK_DAYS)]
    return rows.reduce((n, r) => n + (r.day >= from && r.day < to ? r[pick] : 0), 0)
  }
  return {
    ...{ title: say.weeks, shape: 'bars', labels: mondays.map((m) => shortDay(dayName(m))) },
    now: { name: say.done, values: mondays.map((m) => total(m, 'done')) },
    beside: { name: say.opened, values: mondays.map((m) => total(m, 'opened')) },
  }
}

/** The months of a year beside those of the year before it; months to come are left open. */
export async function courseOfYear(desk: CourseDesk, scope: Scope, month: string): Promise<Chart> {
  const year = Number(month.slice(0, 4))
  const months = (of: number) => Array.from({ length: MONTHS }, (_, i) => `${of}-${String(i + 1).padStart(2, '0')}`)
  const byMonth = async (of: number) => {
    const span = { from: monthOf(`${of}-01`).from, to: monthOf(`${of}-12`).to }
    const rows = await desk.figures.monthly({ ...scope, ...span })
    return months(of).map((m) => rows.find((r) => r.month === m)?.opened ?? 0)
  }
  const now = await byMonth(year)
  const before = { ...scope, from: monthOf(`${year - 1}-01`).from, to: monthOf(`${year - 1}-12`).to }
  const until = monthName(desk.now)
  return {
    ...{ title: say.year(String(year)), shape: 'bars', labels: months(year).map((m) => String(Number(m.slice(5)))) },
    now: { name: say.ofYear(year), values: now.map((n, i) => ((months(year)[i] ?? '') > until ? null : n)) },
    beside: (await onRecord(desk, before)) ? { name: say.ofYear(year - 1), values: await byMonth(year - 1) } : null,
  }
}
