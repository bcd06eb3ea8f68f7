import { isAlwaysLate } from './facts.ts'
import { isCadre } from '../../domain/people.ts'
import { monthOf } from '../../domain/span.ts'
import { line } from '../../wording/digests.ts'
import { lateLine } from './words.ts'
import type { MeasureDigest } from '../measure.ts'
import { dutyFigures } from './check.ts'

export const dutyDigest: MeasureDigest = {
  dayLines: async () => [],
  async monthLines(desk, person, month) {
    if (!isCadre(person)) return []
    const late = (await dutyFigures(desk, person, monthOf(month))).filter(isAlwaysLate)
    const rows = late.map((f) => ({ name: desk.roster.duties.get(f.duty)?.short ?? f.duty, onTime: f.onTime, done: f.done }))
    return line(6.5, lateLine(rows))
  },
}
