import { notTheirs, standsAt, taken } from '../../wording/refusals.ts'
import { forSupervisor, takenOver } from '../../wording/told.ts'
import { defineMove } from './define-move.ts'

export const accept = defineMove({
  event: 'accepted',
  from: ['open'],
  to: { stage: 'handling' },
  by: ['owner', 'cadre', 'duty', 'leader'],
  clock: 'respond',
  // A matter that begins with a talk (议事说事) goes there first.
  effect: (ticket, { by, at, duty }) => ({
    owner: by,
    acceptedAt: at,
    stage: duty?.deliberate && ticket.stage === 'triage' ? 'deliberation' : 'handling',
  }),
  notTheirs: notTheirs.accept,
  obstacle: ({ acceptedAt, owner }, { by }) => (acceptedAt && owner && owner !== by ? taken : null),
  refused: standsAt,
  tells: { formerOwner: takenOver, called: takenOver, supervisor: forSupervisor.accepted },
})
