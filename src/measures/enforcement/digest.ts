import { hasRoleOver, townNode } from '../../domain/roster.ts'
import { monthName, monthOf } from '../../domain/span.ts'
import { line } from '../../wording/digests.ts'
import * as say from './words.ts'
import type { MeasureDigest } from '../measure.ts'
import { compareYear, lastToldMonth } from './compare-year.ts'

/** The year so far beside last year's, as the source text has it; and what was handed to the police. The township's own, so for its leaders. */
export const enforcementDigest: MeasureDigest = {
  dayLines: async () => [],
  async monthLines(desk, person, month) {
    if (!hasRoleOver(desk.roster, person, 'leader', townNode(desk.roster))) return []
    const until = month === monthName(desk.now) ? await lastToldMonth(desk, month) : month
    const { rows } = await compareYear(desk, until)
    const { from, to } = monthOf(month)
    const handed = (await desk.handovers.list({ openedFrom: from, openedTo: to, limit: 2000 })).filter((h) => h.to === 'police').length
    const words = [...rows.map((c) => say.comparedWords(c, until)), ...(handed > 0 ? [say.policeCount(handed)] : [])]
    return line(4.3, words.length > 0 ? say.monthLine(words) : null)
  },
}
