import { DAY_MS, earlier } from '../../domain/durations.ts'
import { personName, villageOf, villagesOf } from '../../domain/roster.ts'
import { monthOf } from '../../domain/span.ts'
import { line } from '../../wording/digests.ts'
import { alarmsOf } from '../alarm/verbs.ts'
import { defineWing } from '../define-wing.ts'
import { mayApprove, NOTICES } from './facts.ts'
import { approvePolicy, denyPolicy, policy, withdrawPolicy } from './orders.ts'
import { policyPages } from './pages.ts'
import { audienceName, noticesOf } from './verbs.ts'
import * as say from './words.ts'

const GOOD_FOR_DAYS = 7
const DRAFTS = 50
const MANY = 5000

/** 政策宣传: notices for groups. */
export const policyWing = defineWing({
  orders: [policy, approvePolicy, denyPolicy, withdrawPolicy],
  async dayLines(desk, leader) {
    // A draft that nobody answered within a week is no longer news.
    const since = earlier(desk.now, GOOD_FOR_DAYS * DAY_MS)
    const waiting = (await desk.cases(NOTICES).list({ statuses: ['draft'], newestFirst: true, limit: DRAFTS })).filter(
      (n) => n.openedAt >= since && mayApprove(desk.roster, leader, n.groups),
    )
    return waiting.flatMap((n) => line(1.6, say.waitsForYou(n, personName(desk.roster, n.by))))
  },
  async monthLines(desk, person, month) {
    const villages = villagesOf(desk.roster, person)
    const reaches = (groups: readonly string[]) =>
      groups.some((id) => villages.includes(villageOf(desk.roster, desk.roster.groups.get(id)?.grid ?? '') ?? ''))
    const notices = (await noticesOf(desk, monthOf(month))).filter((n) => n.status === 'approved' && reaches(n.groups))
    const alarms = (await alarmsOf(desk, monthOf(month))).filter((a) => reaches(a.groups))
    return line(7, say.monthLine(notices.length, alarms.length))
  },
  sheets: [
    {
      sheet: say.policySheet,
      columns: say.policyColumns,
      async rows(desk, span) {
        const { roster } = desk
        return (await noticesOf(desk, span)).map((n, i) => [
          ...[i + 1, n.number, n.openedAt, personName(roster, n.by), audienceName(roster, n.groups), n.text],
          ...[n.decidedBy ? personName(roster, n.decidedBy) : '', n.decidedAt, say.policyStates[n.status]],
        ])
      },
    },
  ],
  morning: null,
  jobs: [],
  keepsOf: null,
  made: [
    {
      word: say.made,
      /** Written or decided. */
      async count(desk, { id }) {
        const of = async (at: string) => (await desk.cases(NOTICES).list({ whose: { person: id, at: [at] }, limit: MANY })).map((n) => n.id)
        return new Set([...(await of('by')), ...(await of('decidedBy'))]).size
      },
    },
  ],
  forgets: { [NOTICES.measure]: 'office' },
  staysWith: null,
  pages: [policyPages],
  held: null,
})
