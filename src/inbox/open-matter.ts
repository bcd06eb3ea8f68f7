import type { Judgement } from '../domain/judgement.ts'
import { groupIn } from '../domain/notice.ts'
import { sourceOf } from '../domain/slip.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk, Heard, OpenReport } from '../ports/desk.ts'
import { type OpenDesk, openTicket } from '../tickets/open-ticket.ts'
import { isToBeHidden } from './hide-name.ts'
import { maybeTwice, offerMerge } from './offer-merge.ts'

interface Told {
  text: string
  judgement: Judgement
  village: string
  messages?: readonly Heard[]
}

/** A report becomes a ticket of its teller, and a likely duplicate is offered to the clerk. */
export async function openMatter(
  desk: OpenDesk & Pick<Desk, 'tickets' | 'recentBy'>,
  report: OpenReport,
  { text, judgement, village, messages }: Told,
): Promise<Ticket> {
  const group = groupIn(report.conversation)
  const known = group ? desk.roster.groups.get(group) : undefined
  const ticket = await openTicket(desk, {
    judgement,
    reporter: report.person,
    village,
    text,
    source: sourceOf(report.messages),
    messages: messages ?? report.messages,
    group: known?.kind === 'village' ? group : null,
    ...((await isToBeHidden(desk, report, text)) && { hidden: true }),
  })
  await offerMerge(desk, ticket, judgement, await desk.tickets(maybeTwice(ticket, desk.now)))
  return ticket
}
