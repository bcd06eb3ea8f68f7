import { notTheirs, standsAt } from '../../wording/refusals.ts'
import { forSupervisor, handedOver, newWork, transferred } from '../../wording/told.ts'
import { type Declared, defineMove, live } from './define-move.ts'

/** To whom it goes says nothing yet, and no clock moves. */
const handed = {
  from: live,
  to: {},
  effect: (ticket, { detail }) => ({
    owner: detail.to ?? ticket.owner,
    acceptedAt: null,
    stage: ticket.stage === 'intake' ? 'triage' : ticket.stage,
  }),
  refused: standsAt,
  tells: { owner: newWork, formerOwner: handedOver, coOwners: transferred, reporter: transferred, supervisor: forSupervisor.handedOver },
} satisfies Partial<Declared<typeof live>>

export const assign = defineMove({
  ...handed,
  event: 'assigned',
  by: ['clerk', 'secretary', 'leader', 'duty'],
  notTheirs: notTheirs.assign,
})
export const transfer = defineMove({
  ...handed,
  event: 'transferred',
  by: ['owner', 'clerk', 'secretary', 'leader', 'duty'],
  notTheirs: notTheirs.transfer,
})
