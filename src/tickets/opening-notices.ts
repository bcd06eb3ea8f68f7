import { type NoticeDraft, toGroup, toPerson } from '../domain/notice.ts'
import { holders, personName } from '../domain/roster.ts'
import { isPrivate, isSilent, type Ticket } from '../domain/ticket.ts'
import type { Desk } from '../ports/desk.ts'
import * as emergency from '../wording/emergencies.ts'
import * as receipt from '../wording/receipts.ts'
import { complaintTo, newCoWork, newWork, type Told } from '../wording/told.ts'
import { factsOf, homeOf, placeName } from './facts.ts'
import type { Opening } from './open-ticket.ts'

/** Dangers inside a home: the group hears nothing at all, not even a number. */
const isAtHome = (t: Ticket): boolean => t.sensitivity === 'violence' || t.sensitivity === 'selfharm' || t.sensitivity === 'child'

/** Whoever is called at once: the town's duty cadres, in turn, then the leaders, past whom it is about. */
export const callLine = (desk: Pick<Desk, 'roster'>, ticket: Ticket): string[] =>
  [
    ...new Set([
      ...holders(desk.roster, 'duty', ticket.place),
      ...holders(desk.roster, 'secretary', ticket.place),
      ...holders(desk.roster, 'leader', ticket.place),
    ]),
  ].filter((id) => !ticket.about.includes(id) && id !== ticket.reporter)

function callNotice(desk: Desk, ticket: Ticket): NoticeDraft[] {
  const [first] = callLine(desk, ticket)
  if (!first) return []
  const who = ticket.reporter ? desk.roster.people.get(ticket.reporter) : undefined
  const text = emergency.call(
    ticket.label,
    ticket.danger,
    placeName(desk.roster, ticket.village),
    who?.name ?? '有人',
    who?.phone ?? null,
    ticket.text,
  )
  return [{ key: `${ticket.id}:call:0`, to: toPerson(first), ticket: ticket.id, occasion: 'call', text, urgent: true }]
}

function receipts(desk: Desk, ticket: Ticket, o: Opening, told: Told): NoticeDraft[] {
  const facts = {
    label: ticket.label,
    title: ticket.title,
    owner: told.owner,
    completeBy: ticket.completeBy,
    respondBy: ticket.respondBy,
    now: desk.now,
    remark: told.remark,
  }
  const called = personName(desk.roster, callLine(desk, ticket)[0] ?? ticket.owner)
  const quote = o.messages.at(-1)?.id
  const base = { ticket: ticket.id, ...(o.cause && { cause: o.cause }) }
  const inGroup = (text: string, urgent = false): NoticeDraft[] =>
    o.group
      ? [
          {
            ...base,
            key: `${ticket.id}:receipt:group`,
            to: toGroup(o.group),
            occasion: 'opened',
            text,
            urgent,
            brief: isPrivate(ticket) ? ticket.label : `${ticket.label} ${told.short}`,
            ...(quote && { quote }),
          },
        ]
      : []
  const inPrivate = (text: string, urgent = false): NoticeDraft[] =>
    ticket.reporter && o.by === undefined
      ? [{ ...base, key: `${ticket.id}:receipt:person`, to: toPerson(ticket.reporter), occasion: 'receipt', text, answer: true, urgent }]
      : ticket.reporter && isPrivate(ticket)
        ? [{ ...base, key: `${ticket.id}:receipt:person`, to: toPerson(ticket.reporter), occasion: 'receipt', text, urgent }]
        : []
  if (isAtHome(ticket)) return inPrivate(emergency.privateDanger(called, ticket.danger), true)
  if (ticket.danger && !isPrivate(ticket)) {
    const text = emergency.publicDanger(ticket.label, ticket.danger, called)
    return o.group ? inGroup(text, true) : inPrivate(text, true)
  }
  if (isSilent(ticket)) return inPrivate(receipt.privateReceipt(facts))
  if (isPrivate(ticket)) return [...inGroup(receipt.privateReceiptInGroup(ticket.label)), ...inPrivate(receipt.privateReceipt(facts))]
  return o.group ? inGroup(receipt.villageReceipt(facts)) : inPrivate(receipt.villageReceiptInPrivate(facts))
}

/** What is said when a ticket opens: the receipt by the class of privacy, the new work, the calls. */
export function noticesOfOpening(desk: Desk, ticket: Ticket, o: Opening): NoticeDraft[] {
  const told = factsOf(desk, ticket, { by: null, note: null })
  const reporter = ticket.reporter ? `${homeOf(desk.roster, ticket.reporter)}${told.reporter}` : told.reporter
  const called = ticket.danger || (isSilent(ticket) && ticket.sensitivity !== 'cadre') ? callNotice(desk, ticket) : []
  const work = (person: string, kind: 'new-work' | 'new-co-work', text: string): NoticeDraft[] =>
    called.some((n) => n.to === toPerson(person)) || person === o.by
      ? []
      : [
          {
            key: `${ticket.id}:${kind}:${person}`,
            to: toPerson(person),
            ticket: ticket.id,
            occasion: kind,
            text,
            urgent: ticket.danger !== null,
            ...(o.cause && { cause: o.cause }),
          },
        ]
  const words = ticket.sensitivity === 'cadre' ? complaintTo({ ...told, reporter }) : newWork({ ...told, reporter })
  return [
    ...receipts(desk, ticket, o, told),
    ...called,
    ...(ticket.owner ? work(ticket.owner, 'new-work', words) : []),
    ...ticket.coOwners.flatMap((id) => work(id, 'new-co-work', newCoWork(told))),
  ]
}
