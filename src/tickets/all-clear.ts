import { atHome } from '../domain/judgement.ts'
import { type NoticeDraft, toGroup } from '../domain/notice.ts'
import { groupOf, personName } from '../domain/roster.ts'
import { isPrivate, type Ticket, type TicketEvent } from '../domain/ticket.ts'
import type { Desk, Heard } from '../ports/desk.ts'
import * as say from '../wording/emergencies.ts'
import { unsaidFor } from '../wording/noted.ts'
import { addFollowUp, type FollowUpDesk } from './add-follow-up.ts'
import { callLine } from './call-line.ts'

/** Whoever writes from a home in danger may not be who wrote before: there only somebody who was called may say that it is over. */
const NOT_BY_REPORTER = ['violence', 'selfharm', 'child'] as const

/** Those whom it is owed: who has it, and who was called. */
export const hasInHand = (desk: Pick<Desk, 'roster'>, ticket: Ticket, person: string): boolean =>
  ticket.owner === person || callLine(desk, ticket).includes(person)

/** Whether this person's word ends the calling. */
export const mayEnd = (desk: Pick<Desk, 'roster'>, ticket: Ticket, person: string): boolean =>
  hasInHand(desk, ticket, person) ||
  (ticket.reporter === person && !NOT_BY_REPORTER.some((it) => it === atHome(ticket.sensitivity) || it === ticket.danger))

/** Whether somebody who may say so has said that it is over, and nobody since that it is not. */
export const isSaidOver = (history: readonly TicketEvent[]): boolean => {
  const over = history.findLastIndex((e) => e.data.allClear === true)
  return over >= 0 && !history.slice(over).some((e) => e.what === 'reopened')
}

/** Somebody says it is over: nobody else is called, its owner is asked to close, and who was alarmed hears it once. */
export async function sayOver(
  desk: FollowUpDesk & Pick<Desk, 'suppress'>,
  ticket: Ticket,
  person: string,
  messages: readonly Heard[],
  text: string,
): Promise<void> {
  await addFollowUp(desk, person, ticket, messages, text, {
    data: { allClear: true },
    answer: say.overHeard(ticket.label, ticket.owner === person),
    forOwner: say.overForOwner(ticket.label, personName(desk.roster, person), text),
  })
  await desk.suppress({ ticket: ticket.id, occasions: ['call'] }, unsaidFor.over)
  const group = groupOf(desk.roster, ticket)
  if (!ticket.danger || isPrivate(ticket) || ticket.source !== 'group' || !group) return
  const post: NoticeDraft = {
    key: `${ticket.id}:all-clear`,
    to: toGroup(group.id),
    ticket: ticket.id,
    occasion: 'all-clear',
    text: say.allClear(ticket.label, ticket.danger),
    urgent: true,
  }
  await desk.notify([post])
}
