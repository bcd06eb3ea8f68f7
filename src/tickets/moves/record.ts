import { notTheirs, standsAt } from '../../wording/refusals.ts'
import { forSupervisor, progressed, remarked } from '../../wording/told.ts'
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

/** What the oversight committee thinks of it: written down and told to whoever has it in hand, and nothing else changes. */
export const remark = defineMove({
  event: 'remarked',
  from: [...live, 'resolved'],
  to: {},
  by: ['oversight'],
  notTheirs: notTheirs.remark,
  refused: standsAt,
  tells: { owner: remarked, coOwners: remarked, supervisor: remarked },
})
