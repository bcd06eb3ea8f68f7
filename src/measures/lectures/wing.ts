import { shiftWorkdays } from '../../domain/calendar.ts'
import { earlier } from '../../domain/durations.ts'
import { dayNumber, dayOf, momentAt, numberOfDay } from '../../domain/moments.ts'
import { townNode, villagesOf } from '../../domain/roster.ts'
import { line } from '../../wording/digests.ts'
import { defineWing, madeBy } from '../define-wing.ts'
import type { Cell } from '../measure.ts'
import { LECTURES, type Lecture, MISSING_TOLD_ON, missingSeries } from './facts.ts'
import { lecture } from './orders.ts'
import { lecturePages } from './pages.ts'
import { lecturesOf, remindOfLectures } from './verbs.ts'
import * as say from './words.ts'

declare module '../../ports/due-work.ts' {
  interface WingJobs extends Record<'lectures', true> {}
}

/** In the calendar. */
const MANY = 300

const nextMonth = (month: string): string => {
  const [year = 1970, n = 1] = month.split('-').map(Number)
  return n === 12 ? `${year + 1}-01` : `${year}-${String(n + 1).padStart(2, '0')}`
}

/** 宣讲教化: 法治大讲堂 and 道德大讲堂, each once a month. */
export const lecturesWing = defineWing({
  orders: [lecture],
  /** To the town's leaders on the first working day from the twentieth on, once. */
  async dayLines(desk, leader) {
    const month = dayOf(desk.now).slice(0, 7)
    const told = shiftWorkdays(numberOfDay(`${month}-${MISSING_TOLD_ON}`) - 1, 1, desk.calendar)
    if (dayNumber(desk.now) !== told || !leader.roles.some((r) => r.grid === townNode(desk.roster))) return []
    const missing = missingSeries(month, await lecturesOf(desk, `${month}-01`, `${month}-31`))
    return line(6, say.missingLine(Number(month.slice(5)), missing))
  },
  async monthLines(desk, person, month) {
    const villages = villagesOf(desk.roster, person)
    const theirs = (l: Lecture) => l.villages.some((v) => villages.includes(v))
    const lectures = (await lecturesOf(desk, `${month}-01`, `${month}-31`)).filter(theirs)
    // A month before anybody ever planned one is not a month in which something is missing.
    const known = lectures.length > 0 || (await lecturesOf(desk, '', `${month}-31`)).length > 0
    return line(6, say.monthLine(lectures, known ? missingSeries(month, lectures) : []))
  },
  sheets: [
    /** The year's sheet: every lecture, and by name the months that are over and had none. */
    {
      sheet: say.lectureSheet,
      columns: say.lectureColumns,
      async rows(desk, span) {
        const last = new Date(Math.min(span.to.getTime(), desk.now.getTime()) - 1)
        const all = await lecturesOf(desk, dayOf(span.from), dayOf(earlier(span.to, 1)))
        const rows: { day: string; cells: Cell[] }[] = all.map((l) => ({
          day: l.day,
          cells: [
            ...[
              l.day.slice(0, 7),
              say.seriesNames[l.series],
              momentAt(numberOfDay(l.day), 0),
              say.timeOfDay(l.minute),
              l.place,
              l.speaker,
              l.topic,
            ],
            ...[l.attendance, l.note, l.photos.length, say.stateWords[l.status]],
          ],
        }))
        // Before anybody ever planned one nothing was missing.
        const [first] = await lecturesOf(desk, '', dayOf(last))
        const from = first && first.day > dayOf(span.from) ? first.day : dayOf(span.from)
        for (let month = from.slice(0, 7); month < dayOf(last).slice(0, 7) && first; month = nextMonth(month))
          for (const series of missingSeries(month, all))
            rows.push({ day: `${month}-99`, cells: [month, say.seriesNames[series], null, '', '', '', '', null, '', null, say.missingRow] })
        return rows.toSorted((a, b) => (a.day < b.day ? -1 : 1)).map(({ cells }, i) => [i + 1, ...cells])
      },
    },
  ],
  morning: null,
  jobs: [
    {
      name: 'lectures',
      schedule: (settings) => settings.morningAt,
      everyDay: true,
      run: (desk) => remindOfLectures(desk),
    },
  ],
  keepsOf: null,
  made: [madeBy(say.made, LECTURES)],
  forgets: { [LECTURES.measure]: 'office' },
  staysWith: null,
  pages: [lecturePages],
  held: async (desk, _reader, { from, to, villages }) =>
    (await desk.cases(LECTURES).list({ days: { from, to }, limit: MANY }))
      .filter((l) => l.status !== 'cancelled' && l.villages.some((v) => villages.includes(v)))
      .map((l) => ({ day: l.day, minute: l.minute, text: say.inCalendar(l) })),
})
