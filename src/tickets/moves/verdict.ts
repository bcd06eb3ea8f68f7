import { isPrivate } from '../../domain/ticket.ts'
import { notTheirs, standsAt, stillInWork } from '../../wording/refusals.ts'
import * as say from '../../wording/told.ts'
import { clocksOf } from '../clocks.ts'
import { tellsGroup } from './audiences.ts'
import { defineMove, type Happened, type Telling } from './define-move.ts'

/** What the group says to everybody need not be said to each. */
const closedForFollower: Telling = (t, h) => (tellsGroup(h.roster, h.after) ? null : say.closedForFollower(t))

/** 满意, 一般: the reporter's word ends it. */
export const confirm = defineMove({
  event: 'rated',
  from: ['resolved'],
  to: { status: 'closed' },
  by: ['reporter', 'spokesman'],
  clock: 'stop',
  effect: (_, { detail }) => ({ solved: true, satisfaction: detail.satisfaction ?? 'good' }),
  notTheirs: notTheirs.confirm,
  refused: { ...standsAt, ...stillInWork },
  alsoAfter: 'closed',
  isReportersWord: true,
  tells: {
    group: (t, { after }) => (isPrivate(after) ? say.closedPrivatelyInGroup(after.label) : say.closedInGroup(t)),
    owner: (t, { detail }) => say.closedForOwner(t, detail.satisfaction ?? 'good'),
    followers: closedForFollower,
    supervisor: say.forSupervisor.confirmed,
  },
})

/** Nobody said a word for three working days. */
export const closeSilently = defineMove({
  event: 'closed',
  from: ['resolved'],
  to: { status: 'closed' },
  by: ['clock'],
  clock: 'stop',
  notTheirs: notTheirs.byItself,
  refused: { ...standsAt, ...stillInWork },
  tells: {
    group: (t, { after }) => (isPrivate(after) ? say.closedPrivatelyInGroup(after.label) : say.closedSilentlyInGroup(t)),
    followers: closedForFollower,
    owner: say.closedSilentlyForOwner,
  },
})

/** The reporter's own word, also where a cadre writes it down for somebody who is not on WeChat. */
const byReporter = ({ by, after, followers }: Happened): boolean =>
  by === after.reporter || (after.through !== null && by !== null && !followers.includes(by))

/** Where a cadre brings the word it is not the cadre's. */
const reopenedForOwner: Telling = (t, h) => say.reopenedForOwner(h.after.through && byReporter(h) ? { ...t, by: null } : t)

/** 没修好: it begins anew, and so does the clock. */
export const reopen = defineMove({
  event: 'reopened',
  from: ['resolved', 'closed'],
  to: { status: 'open', stage: 'handling' },
  by: ['reporter', 'follower', 'spokesman'],
  alsoBefore: (_, { satisfaction, note }) => (satisfaction ? [{ what: 'rated', note: note || null, data: { satisfaction } }] : []),
  effect(ticket, { at, duty, calendar }) {
    const { completeBy } = duty ? clocksOf({ ...ticket, countedFrom: at }, duty, calendar) : ticket
    return {
      countedFrom: at,
      completeBy,
      solved: null,
      satisfaction: null,
      resolvedAt: null,
      endedAt: null,
      resolution: null,
      reopened: ticket.reopened + 1,
    }
  },
  notTheirs: notTheirs.reopen,
  refused: { ...standsAt, ...stillInWork },
  isReportersWord: true,
  tells: {
    owner: reopenedForOwner,
    coOwners: reopenedForOwner,
    reporter: (t, h) => (byReporter(h) ? say.reopenedForReporter(t) : say.reopenedByOther(t)),
    supervisor: say.forSupervisor.reopened,
  },
  answers: 'reporter',
})
