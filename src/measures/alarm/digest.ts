import { hasRoleOver, villagesOf } from '../../domain/roster.ts'
import { dayLine } from './words.ts'
import { line } from '../../wording/digests.ts'
import type { MeasureDigest } from '../measure.ts'
import { leftOf } from './calls.ts'

export const alarmDigest: MeasureDigest = {
  async dayLines(desk, leader) {
    const [alarm] = (await desk.alarms.active()).filter((a) =>
      a.groups.some((g) => hasRoleOver(desk.roster, leader, 'leader', desk.roster.groups.get(g)?.grid ?? '')),
    )
    if (!alarm) return []
    const villages = villagesOf(desk.roster, leader)
    const rows = (await leftOf(desk, alarm)).filter((r) => villages.includes(r.village))
    const count = (pick: 'left' | 'households') => rows.reduce((n, r) => n + r[pick].length, 0)
    return line(2.05, dayLine(count('left'), count('households')))
  },
  // The month counts alarms beside the notices (src/measures/policy/digest.ts).
  monthLines: async () => [],
}
