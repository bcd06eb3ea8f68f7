import { notTheirs, standsAt } from '../../wording/refusals.ts'
import { forSupervisor, notMatterForOwner, notMatterForReporter, rejected, rejectedForOwner } from '../../wording/told.ts'
import { defineMove, live } from './define-move.ts'

export const reject = defineMove({
  event: 'rejected',
  from: live,
  to: { status: 'rejected', stage: 'archive' },
  by: ['owner', 'clerk', 'secretary', 'leader', 'duty'],
  clock: 'stop',
  notTheirs: notTheirs.reject,
  refused: standsAt,
  tells: {
    reporter: rejected,
    followers: rejected,
    owner: rejectedForOwner,
    coOwners: rejectedForOwner,
    supervisor: forSupervisor.rejected,
  },
})

/** 不是事: somebody only talked. */
export const notMatter = defineMove({
  event: 'notMatter',
  from: live,
  to: { status: 'void', stage: 'archive' },
  by: ['owner', 'clerk', 'secretary', 'leader', 'duty'],
  clock: 'stop',
  notTheirs: notTheirs.notMatter,
  refused: standsAt,
  tells: { owner: notMatterForOwner, coOwners: notMatterForOwner, reporter: notMatterForReporter, followers: notMatterForReporter },
})
