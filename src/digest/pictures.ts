import { earlier } from '../domain/durations.ts'
import type { Person } from '../domain/people.ts'
import type { Picture } from '../domain/picture.ts'
import { dayOf, monthName, monthOf } from '../domain/span.ts'
import type { Desk } from '../ports/desk.ts'
import type { Scope } from '../ports/figures.ts'
import { heading, monthWord } from '../wording/digests.ts'
import { reportPictures as say } from '../wording/pictures.ts'
import { courseOfMonth, courseOfWeeks, courseOfYear } from './courses.ts'
import { total } from './figures.ts'
import { weekToTell } from './month.ts'
import { partName, scopeOf } from './part.ts'
import { tilesOf } from './tiles.ts'

type PictureDesk = Pick<Desk, 'now' | 'calendar' | 'roster' | 'figures'>

/** What stands in a part of the tree now: in hand, late, waiting. */
async function standing({ figures, now }: PictureDesk, scope: Scope) {
  const { live, overdue, waiting } = await figures.standing(scope, now)
  return {
    ...{ live, overdue },
    figures: [
      { word: say.live, count: total(live), late: false },
      { word: say.overdue, count: total(overdue), late: total(overdue) > 0 },
      { word: say.waiting, count: total(waiting), late: false },
    ],
  }
}

const isEmpty = (counts: readonly (number | null)[]): boolean => counts.every((n) => n === null || n === 0)

/**
 * Beside the day: every village by what it has in hand and what is late of it, and the month beside last year's. It is there
 * when nothing moves as well, for then it matters most; null only where there is nothing at all to see.
 */
export async function dayPicture(desk: PictureDesk, leader: Person): Promise<Picture | null> {
  const scope = scopeOf(desk, leader, dayOf(desk.now))
  const { live, overdue, figures } = await standing(desk, scope)
  const chart = await courseOfMonth(desk, scope, monthName(desk.now))
  if (live.length === 0 && isEmpty(chart.now.values) && isEmpty(chart.beside?.values ?? [])) return null
  const told = { title: say.villagesNow, tone: 'late', count: live, marked: overdue, words: [say.live, say.overdue] } as const
  return { kind: 'report', title: heading(partName(desk, leader), desk.now), figures, villages: tilesOf(desk, scope, told), chart }
}

/** Beside a span: every village by what came in and what was done, and the course the span stands in. */
async function spanPicture(
  desk: PictureDesk,
  scope: Scope,
  title: string,
  chart: Extract<Picture, { kind: 'report' }>['chart'],
): Promise<Picture | null> {
  const [opened, done] = [await desk.figures.opened(scope), await desk.figures.done(scope)]
  if (isEmpty(chart.now.values) && isEmpty(chart.beside?.values ?? [])) return null
  const figures = [
    { word: say.opened, count: total(opened), late: false },
    { word: say.done, count: total(done), late: false },
  ]
  const told = { title: say.villagesOpened, tone: 'done', count: opened, marked: done, words: [say.opened, say.done] } as const
  return { kind: 'report', title, figures, villages: tilesOf(desk, scope, told), chart }
}

export async function weekPicture(desk: PictureDesk, leader: Person): Promise<Picture | null> {
  const week = weekToTell(desk)
  const scope = scopeOf(desk, leader, week)
  const last = week.to < desk.now ? earlier(week.to, 1) : desk.now
  const title = say.titleOfWeek(partName(desk, leader), week.from, last)
  return spanPicture(desk, scope, title, await courseOfWeeks(desk, scope, week.from))
}

export async function monthPicture(desk: PictureDesk, leader: Person, month = monthName(desk.now)): Promise<Picture | null> {
  const scope = scopeOf(desk, leader, monthOf(month))
  const title = say.titleOfMonth(partName(desk, leader), Number(month.slice(0, 4)), monthWord(month))
  return spanPicture(desk, scope, title, await courseOfYear(desk, scope, month))
}
