import { isOfConduct } from '../../domain/duty.ts'
import { isPrivate } from '../../domain/ticket.ts'
import { notTheirs, standsAt } from '../../wording/refusals.ts'
import { amendedForOwner, amendedForReporter } from '../../wording/second-opinion.ts'
import { complaintTo, handedOver, newWork, reclassified } from '../../wording/told.ts'
import { clocksOf } from '../clocks.ts'
import { defineMove, type Happened, live } from './define-move.ts'

const otherOwner = ({ before, after }: Happened): boolean => before.owner !== after.owner

/** 改类 brings the other duty's limits, but a leader's date stays the leader's. */
export const reclassify = defineMove({
  event: 'reclassified',
  from: live,
  to: { stage: 'triage' },
  by: ['owner', 'clerk', 'secretary', 'leader', 'duty'],
  effect(ticket, { detail, duty, calendar }) {
    const dates = duty ? clocksOf(ticket, duty, calendar) : ticket
    const about = [...new Set([...ticket.about, ...(detail.about ?? [])])]
    return {
      about,
      coOwners: ticket.coOwners.filter((id) => !about.includes(id)),
      kind: detail.kind ?? ticket.kind,
      duty: detail.duty ?? ticket.duty,
      // Nobody reads in the group what turns out to be about somebody in office.
      sensitivity: duty && isOfConduct(duty) ? 'cadre' : ticket.sensitivity,
      owner: detail.to ?? null,
      acceptedAt: null,
      respondBy: dates.respondBy,
      completeBy: ticket.supervisor ? ticket.completeBy : dates.completeBy,
    }
  },
  notTheirs: notTheirs.reclassify,
  refused: standsAt,
  tells: {
    owner: (t, h) => (!otherOwner(h) ? null : h.after.sensitivity === 'cadre' ? complaintTo(t) : newWork(t)),
    formerOwner: handedOver,
    // A mere change of class is no news, but another day than the one that was promised is.
    reporter: (t, h) => (otherOwner(h) || h.before.completeBy.getTime() !== h.after.completeBy.getTime() ? reclassified(t) : null),
  },
})

/** A second look changes what nobody has settled yet. */
export const amend = defineMove({
  event: 'amended',
  from: live,
  to: {},
  by: ['model'],
  notTheirs: notTheirs.byItself,
  refused: standsAt,
  tells: {
    owner: (t, h) => (h.after.sensitivity === 'cadre' ? complaintTo(t) : otherOwner(h) ? newWork(t) : amendedForOwner(t)),
    formerOwner: handedOver,
    reporter: (t, h) => (otherOwner(h) || isPrivate(h.before) !== isPrivate(h.after) ? amendedForReporter(t, isPrivate(h.after)) : null),
  },
})
