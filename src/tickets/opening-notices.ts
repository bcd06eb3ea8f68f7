import { atHome } from '../domain/judgement.ts'
import { type NoticeDraft, toGroup, toPerson } from '../domain/notice.ts'
import { placeName } from '../domain/place-name.ts'
import { personName } from '../domain/roster.ts'
import { isPrivate, isPrivateDanger, isSilent, type Ticket } from '../domain/ticket.ts'
import type { Desk, Heard } from '../ports/desk.ts'
import * as emergency from '../wording/emergencies.ts'
import { unnamed } from '../wording/names.ts'
import * as receipt from '../wording/receipts.ts'
import { complaintTo, newCoWork, newWork, type Told } from '../wording/told.ts'
import { callLine, callOf, isAlarm } from './call-line.ts'
import { type FactsDesk, factsOf, reporterAndHome } from './facts.ts'

/** In what it was said, and who had it opened. */
interface Said {
  messages: readonly Pick<Heard, 'id'>[]
  group: string | null
  by?: string
}

function callNotice(desk: Pick<Desk, 'roster'>, ticket: Ticket): NoticeDraft[] {
  const [first] = callLine(desk, ticket)
  if (!first) return []
  const told = callOf(desk, ticket)
  // Who wants no name is known to whoever has it; nobody else has to call them, unless somebody may come to harm.
  const who = ticket.hidden && ticket.owner ? unnamed : told.who
  const draft = { key: `${ticket.id}:call:0`, to: toPerson(first), ticket: ticket.id, occasion: 'call' as const }
  return isAlarm(ticket)
    ? [{ ...draft, text: emergency.call(told), urgent: true }]
    : [{ ...draft, text: emergency.quietWord(ticket.label, placeName(desk.roster, ticket.village), who) }]
}

/** What is said where somebody may come to harm: to one person, or to all who may be in it; null where nobody is. */
export function dangerWords(desk: Pick<Desk, 'roster'>, ticket: Ticket): string | null {
  const called = personName(desk.roster, callLine(desk, ticket)[0] ?? ticket.owner)
  if (isPrivateDanger(ticket)) return emergency.privateDanger(called, atHome(ticket.danger) ?? ticket.sensitivity)
  if (ticket.danger === null || ticket.sensitivity !== null) return null
  const place = ticket.place === ticket.village ? '' : placeName(desk.roster, ticket.place)
  return emergency.publicDanger(ticket.label, ticket.danger, place, called)
}

function receipts(desk: FactsDesk, ticket: Ticket, o: Said, told: Told): NoticeDraft[] {
  const facts = {
    label: ticket.label,
    title: ticket.title,
    owner: told.owner,
    completeBy: ticket.completeBy,
    respondBy: ticket.respondBy,
    now: desk.now,
    remark: told.remark,
    hidden: ticket.hidden,
  }
  const danger = dangerWords(desk, ticket)
  const quote = o.messages.at(-1)?.id
  const base = { ticket: ticket.id }
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
            brief: isPrivate(ticket)
              ? ticket.label
              : receipt.villageBrief(ticket.label, told.short, told.owner, ticket.completeBy, desk.now),
            ...(quote && { quote }),
            ...(o.by === undefined && ticket.reporter && !isPrivate(ticket) && !ticket.hidden && { mention: [ticket.reporter] }),
          },
        ]
      : []
  const inPrivate = (text: string, urgent = false): NoticeDraft[] =>
    ticket.reporter && !ticket.through && o.by === undefined
      ? [{ ...base, key: `${ticket.id}:receipt:person`, to: toPerson(ticket.reporter), occasion: 'receipt', text, answer: true, urgent }]
      : // Registered by the clerk: in no group would its teller read of it.
        ticket.reporter && !ticket.through && (isPrivate(ticket) || (o.group === null && o.messages.length > 0))
        ? [{ ...base, key: `${ticket.id}:receipt:person`, to: toPerson(ticket.reporter), occasion: 'receipt', text, urgent }]
        : []
  if (danger !== null && isPrivateDanger(ticket)) return inPrivate(danger, true)
  // What everybody may be in is said to everybody, also where its teller wants no name: the post has none.
  if (danger !== null) {
    const kept = ticket.hidden && o.group ? inPrivate(receipt.nameKept(null)) : []
    return [...(o.group ? inGroup(danger, true) : inPrivate(danger, true)), ...kept]
  }
  if (isSilent(ticket)) return inPrivate(receipt.privateReceipt(facts))
  if (isPrivate(ticket)) return [...inGroup(receipt.privateReceiptInGroup(ticket.label)), ...inPrivate(receipt.privateReceipt(facts))]
  return o.group ? inGroup(receipt.villageReceipt(facts)) : inPrivate(receipt.villageReceiptInPrivate(facts))
}

/** What is said when a ticket opens: the receipt by the class of privacy, the new work, the calls. */
export function noticesOfOpening(desk: FactsDesk, ticket: Ticket, o: Said): NoticeDraft[] {
  const told = factsOf(desk, ticket, { by: null, note: null })
  const reporter = reporterAndHome(desk.roster, ticket)
  const aside = ticket.sensitivity !== null && ticket.sensitivity !== 'cadre' && ticket.sensitivity !== 'family'
  const called = ticket.danger || aside ? callNotice(desk, ticket) : []
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
