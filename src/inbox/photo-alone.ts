import { DAY_MS, earlier } from '../domain/durations.ts'
import { groupIn } from '../domain/notice.ts'
import { findPlace } from '../domain/places.ts'
import { placesSent } from '../domain/shared.ts'
import { isLive, isPrivate, type Ticket } from '../domain/ticket.ts'
import type { Desk, OpenReport } from '../ports/desk.ts'
import { windowKey } from '../ports/due-work.ts'
import { addFollowUp, type FollowUpDesk } from '../tickets/add-follow-up.ts'
import { lastOwn } from './correct-last.ts'

/** A photo or a place to which no words came goes to what its author told just before, or has in hand; into nobody's private matter from a group. */
export async function photoAlone(
  desk: FollowUpDesk & Pick<Desk, 'tickets' | 'lastSpokenOf' | 'cancelDue' | 'closeReport'>,
  report: OpenReport,
): Promise<boolean> {
  const own = await lastOwn(desk, report.person)
  const inGroup = groupIn(report.conversation) !== null
  const ticket = own && !(inGroup && isPrivate(own)) ? own : await lastInHand(desk, report)
  if (!ticket) return false
  const sent = report.messages.flatMap((m) => placesSent(m.text))
  const places = [...new Set(sent)].join('，')
  const isFilm = places === '' && report.messages.every((m) => m.photos.length === 0)
  // Of a film nobody here can say what it shows.
  if (isFilm) return false
  await addFollowUp(desk, report.person, ticket, report.messages, places, {
    place: ticket.place === ticket.village ? findPlace(desk.roster, ticket.village, sent) : null,
  })
  await desk.closeReport(report.id, null, 'followed')
  await desk.cancelDue(windowKey(report.id))
  return true
}

/** A cadre's photo belongs to the matter of theirs that was last spoken of here; often it shows what has just been done. */
async function lastInHand(desk: Pick<Desk, 'now' | 'lastSpokenOf'>, { conversation, person }: OpenReport): Promise<Ticket | null> {
  const spoken = await desk.lastSpokenOf(conversation, earlier(desk.now, DAY_MS))
  return spoken.find((t) => t.owner === person && (isLive(t) || t.status === 'resolved')) ?? null
}
