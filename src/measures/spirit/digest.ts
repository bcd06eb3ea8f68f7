import { dayOf } from '../../domain/moments.ts'
import { hasRoleOver, townNode } from '../../domain/roster.ts'
import { monthOf } from '../../domain/span.ts'
import { line } from '../../wording/digests.ts'
import * as say from './words.ts'
import type { MeasureDigest } from '../measure.ts'

export const spiritDigest: MeasureDigest = {
  dayLines: async () => [],
  async monthLines(desk, person, month) {
    if (!hasRoleOver(desk.roster, person, 'leader', townNode(desk.roster))) return []
    const { from, to } = monthOf(month)
    let posts = 0
    let groups = 0
    for (const group of desk.roster.groups.values()) {
      const told = await desk.bulletin.told(group.id, dayOf(from))
      const count = told.filter((i) => i.occasion === 'spirit' && i.day < dayOf(to)).length
      posts += count
      groups += count > 0 ? 1 : 0
    }
    return line(6.5, posts > 0 ? say.monthLine(posts, groups) : null)
  },
}
