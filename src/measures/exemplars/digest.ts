import { yearOf } from '../../domain/moments.ts'
import { hasRoleOver, townNode } from '../../domain/roster.ts'
import { monthOf } from '../../domain/span.ts'
import { line } from '../../wording/digests.ts'
import * as say from '../../wording/exemplars.ts'
import type { MeasureDigest } from '../measure.ts'
import { publishedIn, spanOfYear, tally } from './year.ts'

export const exemplarDigest: MeasureDigest = {
  async dayLines(desk, leader) {
    if (!hasRoleOver(desk.roster, leader, 'leader', townNode(desk.roster))) return []
    const waiting = (await desk.exemplars.list({ statuses: ['checked'] })).filter((e) => e.person !== leader.id).length
    return line(1.7, waiting > 0 ? say.waitsForYou(waiting) : null)
  },
  async monthLines(desk, person, month) {
    if (!hasRoleOver(desk.roster, person, 'leader', townNode(desk.roster))) return []
    const span = monthOf(month)
    const published = (await publishedIn(desk, span)).length
    const year = yearOf(span.from)
    const sofar = (await publishedIn(desk, { from: spanOfYear(year).from, to: span.to })) ?? []
    return line(4.6, published + sofar.length > 0 ? say.monthLine(published, tally(sofar)) : null)
  },
}
