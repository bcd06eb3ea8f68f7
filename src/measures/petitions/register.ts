import { type NoticeDraft, toPerson } from '../../domain/notice.ts'
import type { Person } from '../../domain/people.ts'
import { personName } from '../../domain/roster.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { Desk } from '../../ports/desk.ts'
import type { FactsDesk } from '../../tickets/facts.ts'
import { type MoveDesk, moveTicket } from '../../tickets/move-ticket.ts'
import type { Refusal } from '../../tickets/moves/refusal.ts'
import { openCase } from '../cases.ts'
import { clocksOf, PETITIONS, type Petition, staffOf, type Way } from './facts.ts'
import * as say from './words.ts'

export interface Registration {
  name: string
  person: string | null
  village: string | null
  text: string
  way: Way
  people: number
  receivedAt: Date
  about: string[]
  ticket?: string
  /** 补录: it ended before this desk was there; it goes into the counts and nobody is told. */
  closedAt?: Date
}

/** Several demands are told apart by a semicolon, or by their numbers. */
const demandsIn = (text: string): string[] =>
  text
    .split(/[；;]|(?<=\S)\s*(?=[（(]?[1-9][)）、.．])/u)
    .map((d) => d.replace(/^[（(]?[1-9][)）、.．]\s*/u, '').trim())
    .filter((d) => d !== '')

/** Art. 22: registered as told (art. 19), with the day it was received; whoever it is about hears nothing of it. */
export async function registerPetition(
  desk: FactsDesk & Pick<Desk, 'newId' | 'notify' | 'cases'>,
  by: Person,
  r: Registration,
): Promise<Petition> {
  const petition = await openCase(desk, PETITIONS, by, 'registered', {
    village: r.village,
    ticket: r.ticket ?? null,
    openedAt: r.receivedAt,
    endedAt: r.closedAt ?? null,
    status: r.closedAt ? 'closed' : 'registered',
    petitioner: { name: r.name, person: r.person },
    people: r.people,
    way: r.way,
    text: r.text,
    registrar: by.id,
    lead: null,
    handlers: [],
    about: r.about,
    demands: demandsIn(r.text).map((text) => ({ text, outcome: null, explanation: null })),
    visits: [],
    promises: [],
    receivedAt: r.receivedAt,
    registeredAt: desk.now,
    acceptedAt: r.closedAt ? r.receivedAt : null,
    noticedAt: r.closedAt ? r.receivedAt : null,
    answeredAt: r.closedAt ?? null,
    extendedDays: 0,
    reviews: [],
    handedTo: null,
  })
  if (!r.closedAt) await desk.notify([...forPetitioner(desk, petition), ...forStaff(desk, petition, by)])
  return petition
}

/** The petitioner hears at once that it is registered; only those who came to a bot's chat can be told there. */
function forPetitioner(desk: FactsDesk, p: Petition): NoticeDraft[] {
  const { person } = p.petitioner
  if (!person || !desk.roster.people.has(person)) return []
  const due = clocksOf(p, desk.calendar).find((c) => c.code === 'notice')?.due ?? desk.now
  const text = say.registeredForPetitioner(p.number, due, desk.now)
  return [{ key: `petition:${p.id}:registered`, to: toPerson(person), ticket: null, occasion: 'petition', text }]
}

/** Registered by somebody else than the office, the office has to know. */
function forStaff(desk: Pick<Desk, 'roster'>, p: Petition, by: Person): NoticeDraft[] {
  const [first] = staffOf(desk.roster, p.about)
  if (!first || staffOf(desk.roster, p.about).includes(by.id)) return []
  const text = say.registeredForStaff(p.number)
  return [{ key: `petition:${p.id}:staff`, to: toPerson(first), ticket: null, occasion: 'petition', text }]
}

/** A matter that has become a petition: the ticket ends with a word to whoever told it, and the case begins when the matter did. */
export async function turnIntoPetition(
  desk: MoveDesk & Pick<Desk, 'cases'>,
  by: Person,
  ticket: Ticket,
): Promise<{ petition: Petition; ticket: Ticket } | Refusal> {
  const moved = await moveTicket(desk, by, ticket, 'reject', { note: say.nowAPetition })
  if ('refused' in moved) return moved
  const petition = await registerPetition(desk, by, {
    name: ticket.reporter ? personName(desk.roster, ticket.reporter) : say.anonymous,
    person: ticket.reporter,
    village: ticket.village,
    text: ticket.text,
    way: 'chat',
    people: 1,
    receivedAt: ticket.openedAt,
    about: ticket.about,
    ticket: ticket.id,
  })
  return { petition, ticket: moved.ticket }
}
