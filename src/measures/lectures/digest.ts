import { shiftWorkdays } from '../../domain/calendar.ts'
import { type Lecture, MISSING_TOLD_ON, missingSeries } from './facts.ts'
import { dayNumber, dayOf, numberOfDay } from '../../domain/moments.ts'
import { townNode, villagesOf } from '../../domain/roster.ts'
import { line } from '../../wording/digests.ts'
import { missingLine, monthLine } from './words.ts'
import type { MeasureDigest } from '../measure.ts'

export const lectureDigest: MeasureDigest = {
  /** To the town's leaders on the first working day from the twentieth on, once. */
  async dayLines(desk, leader) {
    const month = dayOf(desk.now).slice(0, 7)
    const told = shiftWorkdays(numberOfDay(`${month}-${MISSING_TOLD_ON}`) - 1, 1, desk.calendar)
    if (dayNumber(desk.now) !== told || !leader.roles.some((r) => r.grid === townNode(desk.roster))) return []
    const missing = missingSeries(month, await desk.lectures.between(`${month}-01`, `${month}-31`))
    return line(6, missingLine(Number(month.slice(5)), missing))
  },
  async monthLines(desk, person, month) {
    const villages = villagesOf(desk.roster, person)
    const theirs = (l: Lecture) => l.villages.some((v) => villages.includes(v))
    const lectures = (await desk.lectures.between(`${month}-01`, `${month}-31`)).filter(theirs)
    // A month before anybody ever planned one is not a month in which something is missing.
    const known = lectures.length > 0 || (await desk.lectures.between('', `${month}-31`)).length > 0
    return line(6, monthLine(lectures, known ? missingSeries(month, lectures) : []))
  },
}
