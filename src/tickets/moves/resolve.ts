import { isPrivate } from '../../domain/ticket.ts'
import { missing, notTheirs, standsAt } from '../../wording/refusals.ts'
import { askSatisfaction, askThrough, forSupervisor, resolvedForFollower, resolvedForOwner } from '../../wording/told.ts'
import { defineMove, live } from './define-move.ts'

/** 办结. The reporter has the last word. */
export const resolve = defineMove({
  event: 'resolved',
  from: live,
  to: { status: 'resolved', stage: 'archive' },
  by: ['owner', 'secretary', 'duty'],
  // Hurried people do not say 接 first: it is said by this as well.
  alsoBefore: ({ acceptedAt }) => (acceptedAt ? [] : [{ what: 'accepted', note: null, data: {} }]),
  effect: (ticket, { by, at, detail }) => ({
    owner: ticket.owner ?? by,
    acceptedAt: ticket.acceptedAt ?? at,
    respondedAt: ticket.respondedAt ?? at,
    resolvedAt: at,
    resolution: detail.note ?? '',
    extensionAsked: null,
  }),
  notTheirs: notTheirs.resolve,
  // A stage is left when what it asks for is on record.
  obstacle: ({ evidence }, _, wanted) => {
    const lacks = wanted.find((e) => !evidence.includes(e))
    return lacks ? missing[lacks] : null
  },
  refused: standsAt,
  tells: {
    reporter: askSatisfaction,
    // Of a public matter they hear when it is closed.
    followers: (t, { after }) => (isPrivate(after) ? resolvedForFollower(t) : null),
    owner: resolvedForOwner,
    coOwners: resolvedForOwner,
    supervisor: forSupervisor.resolved,
  },
  asksThrough: askThrough,
})
