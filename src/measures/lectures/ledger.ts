import { earlier } from '../../domain/durations.ts'
import { missingSeries } from './facts.ts'
import { dayOf, momentAt, numberOfDay } from '../../domain/moments.ts'
import { lectureColumns, lectureSheet, missingRow, seriesNames, stateWords, timeOfDay } from './words.ts'
import type { Cell, LedgerSheet } from '../measure.ts'

/** The year's sheet: every lecture, and by name the months that are over and had none. */
export const lectureLedger: LedgerSheet = {
  sheet: lectureSheet,
  columns: lectureColumns,
  async rows(desk, span) {
    const last = new Date(Math.min(span.to.getTime(), desk.now.getTime()) - 1)
    const all = await desk.lectures.between(dayOf(span.from), dayOf(earlier(span.to, 1)))
    const rows: { day: string; cells: Cell[] }[] = all.map((l) => ({
      day: l.day,
      cells: [
        ...[l.day.slice(0, 7), seriesNames[l.series], momentAt(numberOfDay(l.day), 0), timeOfDay(l.minute), l.place, l.speaker, l.topic],
        ...[l.attendance, l.note, l.photos.length, stateWords[l.state]],
      ],
    }))
    // Before anybody ever planned one nothing was missing.
    const [first] = await desk.lectures.between('', dayOf(last))
    const from = first && first.day > dayOf(span.from) ? first.day : dayOf(span.from)
    for (let month = from.slice(0, 7); month < dayOf(last).slice(0, 7) && first; month = nextMonth(month))
      for (const series of missingSeries(month, all))
        rows.push({ day: `${month}-99`, cells: [month, seriesNames[series], null, '', '', '', '', null, '', null, missingRow] })
    return rows.toSorted((a, b) => (a.day < b.day ? -1 : 1)).map(({ cells }, i) => [i + 1, ...cells])
  },
}

const nextMonth = (month: string): string => {
  const [year = 1970, n = 1] = month.split('-').map(Number)
  return n === 12 ? `${year + 1}-01` : `${year}-${String(n + 1).padStart(2, '0')}`
}
