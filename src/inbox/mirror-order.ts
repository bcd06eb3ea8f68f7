import type { Judgement } from '../domain/judgement.ts'
import { toPerson } from '../domain/notice.ts'
import { townNode } from '../domain/roster.ts'
import type { Desk } from '../ports/desk.ts'
import type { ResidentOrder } from '../ports/resident-orders.ts'
import { gridNamed } from '../tickets/bind-group.ts'
import { type OpenDesk, openTicket } from '../tickets/open-ticket.ts'
import { fromResidentReport, orderMoved, orderNote } from '../wording/wecom.ts'
import { offerMerge } from './offer-merge.ts'

const TITLE = 16

/**
 * A report of 居民上报 becomes a ticket, once. It is a matter because the office says so; what was told in a group of the same
 * thing stays its own ticket, and the clerk is offered to merge them. Who reported it is answered over there.
 */
export async function mirrorOrder(
  desk: OpenDesk & Pick<Desk, 'tickets' | 'orderTicket' | 'tieOrder'>,
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
  const ticket = await openTicket(desk, {
    judgement,
    reporter: null,
    village: gridNamed(desk, `${order.places.join(' ')} ${order.text}`) ?? townNode(desk.roster),
    text: order.text,
    source: 'report',
    messages: [],
    group: null,
  })
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
  await offerMerge(desk, ticket, judgement)
}
