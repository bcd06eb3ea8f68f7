import { newCase } from '../../domain/case.ts'
import { type NoticeDraft, toPerson } from '../../domain/notice.ts'
import type { Person } from '../../domain/people.ts'
import { clocksOf, type Petition, staffOf, type Way } from './facts.ts'
import type { Desk } from '../../ports/desk.ts'
import * as say from './words.ts'
import { eventOf } from './change.ts'

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
export async function registerPetition(desk: Desk, by: Person, r: Registration): Promise<Petition> {
  const number = await desk.petitions.nextNumber()
  const fresh: Petition = {
    ...newCase({ id: desk.newId(), number, village: r.village, ticket: r.ticket ?? null }, r.receivedAt),
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
  }
  const petition = await desk.petitions.write(null, fresh, [eventOf(desk, 'registered', by, null)])
  if (!r.closedAt) await desk.notify([...forPetitioner(desk, petition), ...forStaff(desk, petition, by)])
  return petition
}

/** The petitioner hears at once that it is registered; only those who came to a bot's chat can be told there. */
function forPetitioner(desk: Desk, p: Petition): NoticeDraft[] {
  const { person } = p.petitioner
  if (!person || !desk.roster.people.has(person)) return []
  const due = clocksOf(p, desk.calendar).find((c) => c.code === 'notice')?.due ?? desk.now
  const text = say.registeredForPetitioner(p.number, due, desk.now)
  return [{ key: `petition:${p.id}:registered`, to: toPerson(person), ticket: null, occasion: 'petition', text }]
}

/** Registered by somebody else than the office, the office has to know. */
function forStaff(desk: Desk, p: Petition, by: Person): NoticeDraft[] {
  const [first] = staffOf(desk.roster, p.about)
  if (!first || staffOf(desk.roster, p.about).includes(by.id)) return []
  const text = say.registeredForStaff(p.number)
  return [{ key: `petition:${p.id}:staff`, to: toPerson(first), ticket: null, occasion: 'petition', text }]
}
