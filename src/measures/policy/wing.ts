import { DAY_MS, earlier } from '../../domain/durations.ts'
import { personName, villageOf, villagesOf } from '../../domain/roster.ts'
import { monthOf } from '../../domain/span.ts'
import { line } from '../../wording/digests.ts'
import { defineWing } from '../define-wing.ts'
import { mayApprove } from './facts.ts'
import { approvePolicy, denyPolicy, policy, withdrawPolicy } from './orders.ts'
import { audienceName } from './verbs.ts'
import * as say from './words.ts'

const GOOD_FOR_DAYS = 7

/** 政策宣传: notices for groups. */
export const policyWing = defineWing({
  orders: [policy, approvePolicy, denyPolicy, withdrawPolicy],
  async dayLines(desk, leader) {
    // A draft that nobody answered within a week is no longer news.
    const since = earlier(desk.now, GOOD_FOR_DAYS * DAY_MS)
    const waiting = (await desk.policies.drafts()).filter((n) => n.at >= since && mayApprove(desk.roster, leader, n.groups))
    return waiting.flatMap((n) => line(1.6, say.waitsForYou(n, personName(desk.roster, n.by))))
  },
  async monthLines(desk, person, month) {
    const villages = villagesOf(desk.roster, person)
    const reaches = (groups: readonly string[]) =>
      groups.some((id) => villages.includes(villageOf(desk.roster, desk.roster.groups.get(id)?.grid ?? '') ?? ''))
    const notices = (await desk.policies.within(monthOf(month))).filter((n) => n.state === 'approved' && reaches(n.groups))
    const alarms = (await desk.alarms.within(monthOf(month))).filter((a) => reaches(a.groups))
    return line(7, say.monthLine(notices.length, alarms.length))
  },
  sheets: [
    {
      sheet: say.policySheet,
      columns: say.policyColumns,
      async rows(desk, span) {
        const { roster } = desk
        return (await desk.policies.within(span)).map((n, i) => [
          ...[i + 1, n.number, n.at, personName(roster, n.by), audienceName(roster, n.groups), n.text],
          ...[n.decidedBy ? personName(roster, n.decidedBy) : '', n.decidedAt, say.policyStates[n.state]],
        ])
      },
    },
  ],
  morning: null,
  jobs: [],
  keepsOf: null,
  made: [],
})
