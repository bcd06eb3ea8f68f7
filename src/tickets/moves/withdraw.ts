import { shiftByPause } from '../../domain/deadlines.ts'
import { notTheirs, notWithdrawn, standsAt } from '../../wording/refusals.ts'
import { forSupervisor, revived, withdrawn } from '../../wording/told.ts'
import { defineMove, live } from './define-move.ts'

export const withdraw = defineMove({
  event: 'withdrawn',
  from: live,
  to: { status: 'withdrawn', stage: 'archive' },
  by: ['reporter', 'spokesman'],
  clock: 'stop',
  notTheirs: notTheirs.withdraw,
  refused: standsAt,
  tells: { owner: withdrawn, coOwners: withdrawn, supervisor: forSupervisor.withdrawn },
})

/** 还是办吧: what was left of the clocks when it was taken back is still left. */
export const revive = defineMove({
  event: 'revived',
  from: ['withdrawn'],
  to: { status: 'open', stage: 'triage' },
  by: ['reporter'],
  effect: ({ acceptedAt, endedAt, respondBy, completeBy }, { at, duty, calendar }) => ({
    stage: acceptedAt ? 'handling' : 'triage',
    endedAt: null,
    ...(endedAt &&
      duty && {
        respondBy: shiftByPause(respondBy, endedAt, at, duty.respond, calendar),
        completeBy: shiftByPause(completeBy, endedAt, at, duty.complete, calendar),
      }),
  }),
  notTheirs: notTheirs.revive,
  refused: { ...standsAt, open: notWithdrawn },
  tells: { owner: revived, coOwners: revived, supervisor: forSupervisor.revived },
})

/** 不公开: from now on it is spoken of one-to-one. */
export const hide = defineMove({
  event: 'hidden',
  from: ['open', 'waiting', 'resolved', 'closed'],
  to: {},
  by: ['reporter'],
  effect: () => ({ hidden: true }),
  notTheirs: notTheirs.hide,
  refused: standsAt,
  tells: {},
})
