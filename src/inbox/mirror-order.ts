import type { Judgement } from '../domain/judgement.ts'
import { groupIn, toPerson } from '../domain/notice.ts'
import { townNode } from '../domain/roster.ts'
import type { Desk } from '../ports/desk.ts'
import { windowKey } from '../ports/due-work.ts'
import type { ResidentOrder } from '../ports/resident-orders.ts'
import { gridNamed } from '../tickets/bind-group.ts'
import { type OpenDesk, openTicket } from '../tickets/open-ticket.ts'
import { fromResidentReport, orderMoved, orderNote } from '../wording/wecom.ts'
import { maybeTwice, offerMerge } from './offer-merge.ts'
import { toldInGroup } from './told-in-form.ts'

const TITLE = 16

/**
 * A report of 居民上报 becomes a ticket, once. It is a matter because the office says so; what was told in a group of the same
 * thing stays its own ticket, and the clerk is offered to merge them; what was told there in the very same words is one with it. Who reported it is answered over there.
 */
export async function mirrorOrder(
  desk: OpenDesk &
    Pick<Desk, 'tickets' | 'orderTicket' | 'tieOrder' | 'openReports' | 'closedReports' | 'closeReport' | 'cancelDue' | 'ticketsOfMessage'>,
  order: ResidentOrder,
  judge: (text: string) => Judgement,
): Promise<void> {
  const known = await desk.orderTicket(order.id)
  if (known) {
    if (known.status === order.status) return
    await desk.tieOrder(order, known.ticket)
    // Their state is theirs: ours moves by our own people's word.
    const note = orderMoved(order.id, order.status)
    await desk.append(known.ticket, [{ at: desk.now, what: 'added', by: null, note, data: { order: order.id, status: order.status } }])
    return
  }
  const judged = judge(order.text)
  const isOne = judged.kind !== 'none'
  const judgement: Judgement = {
    ...(isOne ? judged : { ...judged, kind: 'village', duty: null, title: judged.title || order.text.slice(0, TITLE) }),
    places: [...judged.places, ...order.places],
  }
  const village = gridNamed(desk, `${order.places.join(' ')} ${order.text}`) ?? townNode(desk.roster)
  const told = await toldInGroup(desk, order, village)
  const ticket =
    told?.ticket ??
    (await openTicket(desk, {
      ...{ judgement, reporter: told?.report.person ?? null, village, text: order.text, source: 'report' },
      ...{ messages: told?.messages ?? [], group: told ? groupIn(told.report.conversation) : null },
    }))
  if (told && !told.ticket) {
    // The office's word that it is a matter goes before what would have been made of the talk.
    await desk.closeReport(told.report.id, null, 'opened')
    await desk.cancelDue(windowKey(told.report.id))
  }
  await desk.tieOrder(order, ticket.id)
  await desk.append(ticket.id, [
    { at: desk.now, what: 'added', by: null, note: orderNote(order.id), data: { order: order.id, status: order.status } },
  ])
  if (ticket.owner)
    await desk.notify([
      {
        key: `${ticket.id}:from-report`,
        to: toPerson(ticket.owner),
        ticket: ticket.id,
        occasion: 'from-report',
        text: fromResidentReport(ticket.label, order.id),
      },
    ])
  if (!told?.ticket) await offerMerge(desk, ticket, judgement, await desk.tickets(maybeTwice(ticket, desk.now)))
}
