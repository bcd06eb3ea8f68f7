import { villagesOf } from '../../domain/roster.ts'
import { monthOf } from '../../domain/span.ts'
import { line } from '../../wording/digests.ts'
import * as say from './words.ts'
import type { MeasureDigest } from '../measure.ts'

const MANY = 5000

/** Counts of the month. The day has nothing of its own: what is due is told in the morning. */
export const rulerDigest: MeasureDigest = {
  dayLines: async () => [],
  async monthLines(desk, person, month) {
    const { from, to } = monthOf(month)
    const query = { villages: villagesOf(desk.roster, person), openedFrom: from, openedTo: to, limit: MANY }
    const plots = await desk.measurements.list(query)
    const talks = await desk.mediations.list(query)
    const count = (...statuses: string[]) => talks.filter((m) => statuses.includes(m.status)).length
    const agreed = plots.filter((m) => m.status === 'agreed').length
    const words = say.monthWords(plots.length, agreed, {
      agreed: count('agreed'),
      failed: count('failed', 'refused'),
      talking: count('talking'),
    })
    return line(4.4, words)
  },
}
