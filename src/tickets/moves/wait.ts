import { atHome } from '../../domain/judgement.ts'
import { dangerFirst, notTheirs, notWaiting, standsAt } from '../../wording/refusals.ts'
import { forSupervisor, resumed, resumedForOwner, waiting } from '../../wording/told.ts'
import { defineMove, live } from './define-move.ts'

/** 挂账: the clock stands until that day. */
export const wait = defineMove({
  event: 'waited',
  from: live,
  to: { status: 'waiting' },
  by: ['owner', 'secretary', 'leader'],
  // A wait with its date and reason is an answer: the reporter reads it.
  clock: 'respond',
  effect: ({ waiting: earlier }, { at, detail }) =>
    detail.until ? { waiting: { until: detail.until, since: earlier?.since ?? at, reason: detail.note ?? '' } } : {},
  notTheirs: notTheirs.wait,
  // Nobody may put off a danger that nobody has looked at.
  obstacle: ({ danger, sensitivity, acceptedAt }) => ((danger || atHome(sensitivity)) && !acceptedAt ? dangerFirst : null),
  refused: standsAt,
  tells: { reporter: waiting, owner: waiting, coOwners: waiting, supervisor: forSupervisor.waiting },
})

export const resume = defineMove({
  event: 'resumed',
  from: ['waiting'],
  to: { status: 'open' },
  by: ['owner', 'secretary', 'leader', 'clock'],
  notTheirs: notTheirs.resume,
  refused: { ...standsAt, open: notWaiting },
  tells: { owner: resumedForOwner, coOwners: resumedForOwner, reporter: resumed, supervisor: forSupervisor.resumed },
})
