import { toPerson } from '../../domain/notice.ts'
import type { Person } from '../../domain/people.ts'
import type { Desk } from '../../ports/desk.ts'
import { changeCase, noteCase } from '../cases.ts'
import { clocksOf, isOpen, mayNameLead, PETITIONS, type Petition, petitionSight } from './facts.ts'
import * as say from './words.ts'

declare module '../../domain/notice.ts' {
  interface MeasureOccasions extends Record<'petition', true> {}
}

export type PetitionRefusal =
  | { refused: 'closed'; petition: Petition }
  | { refused: 'about'; petition: Petition; name: string }
  | { refused: 'not-accepted'; petition: Petition }
  | { refused: 'not-answered'; petition: Petition }
  | { refused: 'no-such-demand'; petition: Petition }
  | { refused: 'no-such-promise'; petition: Petition }
  | { refused: 'explanation-missing'; petition: Petition; demand: number }
  | { refused: 'outcome-missing'; petition: Petition; demand: number }
  | { refused: 'review-open'; petition: Petition }
  | { refused: 'too-late'; petition: Petition }
  | { refused: 'finished'; petition: Petition }
  | { refused: 'too-many-days'; petition: Petition; left: number }

export type Changed = { petition: Petition } | PetitionRefusal

/** What happened to a petition, past tense: the vocabulary of its history. */
export type PetitionEvent =
  | 'registered'
  | 'demandAdded'
  | 'aboutNamed'
  | 'leadNamed'
  | 'handlerNamed'
  | 'accepted'
  | 'noticed'
  | 'visited'
  | 'promised'
  | 'promiseKept'
  | 'demandJudged'
  | 'extended'
  | 'answered'
  | 'reviewAsked'
  | 'reviewAnswered'
  | 'handedOver'
  | 'closed'

/** One change, with its line in the history; a closed case changes no more, but for what the row of `evenClosed` allows. */
export async function change(
  desk: Pick<Desk, 'now' | 'cases'>,
  before: Petition,
  by: Person,
  what: PetitionEvent,
  changes: Partial<Petition>,
  note: string | null = null,
  evenClosed = false,
): Promise<Changed> {
  if (!isOpen(before) && !evenClosed) return { refused: 'closed', petition: before }
  return { petition: await changeCase(desk, PETITIONS, by, before, what, changes, note) }
}

/**
 * The petition as this person may see it: whole, or as the petitioner's own. For everybody else it does not exist, and the
 * attempt leaves a line.
 */
export async function openPetition(
  desk: Pick<Desk, 'now' | 'roster' | 'cases'>,
  person: Person,
  number: number,
  words: string,
): Promise<{ petition: Petition; sight: 'all' | 'own' } | null> {
  const petition = await desk.cases(PETITIONS).byNumber(number)
  if (!petition) return null
  const sight = petitionSight(desk.roster, person, petition)
  if (sight !== 'none') return { petition, sight }
  await noteCase(desk, PETITIONS, person, petition, 'denied', words.slice(0, 60))
  return null
}

const MANY = 5000

/** Open ones without anybody who answers for them, of which this person may see the number. */
export async function withoutLeadOf(desk: Pick<Desk, 'roster' | 'cases'>, person: Person): Promise<Petition[]> {
  const open = await desk.cases(PETITIONS).list({ statuses: ['registered', 'accepted'], limit: MANY })
  return open.filter((p) => mayNameLead(desk.roster, person, p))
}

/** Those a person may see whole, the open ones. */
export async function petitionsOf(desk: Pick<Desk, 'roster' | 'cases'>, person: Person): Promise<Petition[]> {
  const open = await desk.cases(PETITIONS).list({ statuses: ['registered', 'accepted', 'answered'], limit: MANY })
  return open.filter((p) => petitionSight(desk.roster, person, p) === 'all')
}

const tell = (desk: Pick<Desk, 'notify'>, p: Petition, person: string, occasion: string, text: string) =>
  desk.notify([
    { key: `petition:${p.id}:${p.version}:${occasion}:${person}`, to: toPerson(person), ticket: null, occasion: 'petition', text },
  ])

/** 包案: one leader answers for it. Never somebody it is about (art. 28). */
export async function nameLead(
  desk: Pick<Desk, 'now' | 'calendar' | 'notify' | 'cases'>,
  by: Person,
  p: Petition,
  lead: Person,
): Promise<Changed> {
  if (p.about.includes(lead.id)) return { refused: 'about', petition: p, name: lead.name }
  const changed = await change(desk, p, by, 'leadNamed', { lead: lead.id }, lead.name)
  if ('refused' in changed || lead.id === by.id) return changed
  const next = clocksOf(changed.petition, desk.calendar).find((c) => !c.done)
  await tell(desk, changed.petition, lead.id, 'lead', say.youLead(p.number, next?.due ?? null, desk.now))
  return changed
}

export async function addHandler(desk: Pick<Desk, 'now' | 'notify' | 'cases'>, by: Person, p: Petition, handler: Person): Promise<Changed> {
  if (p.about.includes(handler.id)) return { refused: 'about', petition: p, name: handler.name }
  const handlers = [...new Set([...p.handlers, handler.id])]
  const changed = await change(desk, p, by, 'handlerNamed', { handlers }, handler.name)
  if (!('refused' in changed)) await tell(desk, changed.petition, handler.id, 'handler', say.youHandle(p.number))
  return changed
}

/** Whoever it turns out to be about leaves it at once, silently; what waits to be said to them is not said. */
export async function nameAbout(desk: Pick<Desk, 'now' | 'cases'>, by: Person, p: Petition, about: Person): Promise<Changed> {
  if (!isOpen(p)) return { refused: 'closed', petition: p }
  const changes = {
    about: [...new Set([...p.about, about.id])],
    handlers: p.handlers.filter((id) => id !== about.id),
    lead: p.lead === about.id ? null : p.lead,
  }
  return change(desk, p, by, 'aboutNamed', changes)
}

/** 入户走访: what was said there, as it was said. */
export const recordVisit = (desk: Pick<Desk, 'now' | 'cases'>, by: Person, p: Petition, said: string): Promise<Changed> =>
  change(desk, p, by, 'visited', { visits: [...p.visits, { at: desk.now, by: by.id, said }] })

/** A promise has a day; whoever gave it and whoever answers for the case are reminded of it. */
export const recordPromise = (desk: Pick<Desk, 'now' | 'cases'>, by: Person, p: Petition, text: string, due: Date): Promise<Changed> =>
  change(desk, p, by, 'promised', { promises: [...p.promises, { text, by: by.id, due, kept: null }] })

/** `n` counts all promises from 1; null means the only one that is still open. */
export async function keepPromise(desk: Pick<Desk, 'now' | 'cases'>, by: Person, p: Petition, n: number | null): Promise<Changed> {
  const open = p.promises.flatMap((one, i) => (one.kept === null && (n === null || n === i + 1) ? [i] : []))
  const [only, second] = open
  if (only === undefined || second !== undefined) return { refused: 'no-such-promise', petition: p }
  const promises = p.promises.map((one, i) => (i === only ? { ...one, kept: desk.now } : one))
  return change(desk, p, by, 'promiseKept', { promises }, p.promises[only]?.text ?? null)
}

export const addDemand = (desk: Pick<Desk, 'now' | 'cases'>, by: Person, p: Petition, text: string): Promise<Changed> =>
  change(desk, p, by, 'demandAdded', { demands: [...p.demands, { text, outcome: null, explanation: null }] })
