import { notTheirs, standsAt } from '../../wording/refusals.ts'
import { deliberating, deliberatingForOwner, forSupervisor } from '../../wording/told.ts'
import { defineMove, live } from './define-move.ts'

export const deliberate = defineMove({
  event: 'deliberated',
  from: live,
  to: { status: 'open', stage: 'deliberation' },
  by: ['owner', 'mediator', 'clerk', 'secretary', 'leader'],
  clock: 'respond',
  effect: ({ evidence }) => ({ evidence: [...new Set([...evidence, 'talk' as const])] }),
  notTheirs: notTheirs.deliberate,
  refused: standsAt,
  tells: {
    reporter: (t, { detail }) => deliberating(t, detail.talk ?? 'meeting'),
    owner: (t, { detail }) => deliberatingForOwner(t, detail.talk ?? 'meeting'),
    supervisor: (t, { detail }) => forSupervisor.talked(t, detail.talk ?? 'meeting'),
  },
})
