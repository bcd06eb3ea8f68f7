import { DAY_MS, earlier } from '../../domain/durations.ts'
import { mayApprove } from './facts.ts'
import { personName, villageOf, villagesOf } from '../../domain/roster.ts'
import { monthOf } from '../../domain/span.ts'
import { line } from '../../wording/digests.ts'
import { monthLine, waitsForYou } from './words.ts'
import type { MeasureDigest } from '../measure.ts'

const GOOD_FOR_DAYS = 7

export const policyDigest: MeasureDigest = {
  async dayLines(desk, leader) {
    // A draft that nobody answered within a week is no longer news.
    const since = earlier(desk.now, GOOD_FOR_DAYS * DAY_MS)
    const waiting = (await desk.policies.drafts()).filter((n) => n.at >= since && mayApprove(desk.roster, leader, n.groups))
    return waiting.flatMap((n) => line(1.6, waitsForYou(n, personName(desk.roster, n.by))))
  },
  async monthLines(desk, person, month) {
    const villages = villagesOf(desk.roster, person)
    const reaches = (groups: readonly string[]) =>
      groups.some((id) => villages.includes(villageOf(desk.roster, desk.roster.groups.get(id)?.grid ?? '') ?? ''))
    const notices = (await desk.policies.within(monthOf(month))).filter((n) => n.state === 'approved' && reaches(n.groups))
    const alarms = (await desk.alarms.within(monthOf(month))).filter((a) => reaches(a.groups))
    return line(7, monthLine(notices.length, alarms.length))
  },
}
