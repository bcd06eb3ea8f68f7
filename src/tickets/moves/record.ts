import { notTheirs, standsAt } from '../../wording/refusals.ts'
import { forSupervisor, progressed } from '../../wording/told.ts'
import { defineMove, live } from './define-move.ts'

export const progress = defineMove({
  event: 'progressed',
  from: live,
  to: {},
  by: ['owner', 'coOwner', 'clerk', 'secretary', 'leader', 'duty', 'mediator'],
  clock: 'respond',
  notTheirs: notTheirs.progress,
  refused: standsAt,
  tells: { reporter: progressed, supervisor: forSupervisor.progressed },
})

export const visit = defineMove({
  event: 'visited',
  from: live,
  to: { stage: 'handling' },
  by: ['owner', 'coOwner', 'keeper', 'clerk', 'secretary', 'leader', 'duty', 'mediator'],
  clock: 'respond',
  effect: ({ evidence }) => ({ evidence: [...new Set([...evidence, 'visit' as const])] }),
  notTheirs: notTheirs.visit,
  refused: standsAt,
  tells: { supervisor: forSupervisor.visited },
})
