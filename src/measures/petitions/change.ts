import type { Person } from '../../domain/people.ts'
import { isOpen, mayNameLead, type Petition, petitionSight } from './facts.ts'
import type { Desk } from '../../ports/desk.ts'

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
  | 'denied'

export const eventOf = (desk: Pick<Desk, 'now'>, what: PetitionEvent, by: Person | null, note: string | null, data = {}) => ({
  at: desk.now,
  what,
  by: by?.id ?? null,
  note,
  data,
})

/** One change, with its line in the history; a closed case changes no more, but for what the row of `evenClosed` allows. */
export async function change(
  desk: Desk,
  before: Petition,
  by: Person,
  what: PetitionEvent,
  changes: Partial<Petition>,
  note: string | null = null,
  evenClosed = false,
): Promise<Changed> {
  if (!isOpen(before) && !evenClosed) return { refused: 'closed', petition: before }
  return { petition: await desk.petitions.write(before, { ...before, ...changes }, [eventOf(desk, what, by, note)]) }
}

/**
 * The petition as this person may see it: whole, or as the petitioner's own. For everybody else it does not exist, and the
 * attempt leaves a line.
 */
export async function openPetition(
  desk: Desk,
  person: Person,
  number: number,
  words: string,
): Promise<{ petition: Petition; sight: 'all' | 'own' } | null> {
  const petition = await desk.petitions.byNumber(number)
  if (!petition) return null
  const sight = petitionSight(desk.roster, person, petition)
  if (sight !== 'none') return { petition, sight }
  await desk.petitions.note(petition.id, eventOf(desk, 'denied', person, words.slice(0, 60)))
  return null
}

const MANY = 5000

/** Open ones without anybody who answers for them, of which this person may see the number. */
export async function withoutLeadOf(desk: Desk, person: Person): Promise<Petition[]> {
  const open = await desk.petitions.list({ statuses: ['registered', 'accepted'], limit: MANY })
  return open.filter((p) => mayNameLead(desk.roster, person, p))
}

/** Those a person may see whole, the open ones. */
export async function petitionsOf(desk: Desk, person: Person): Promise<Petition[]> {
  const open = await desk.petitions.list({ statuses: ['registered', 'accepted', 'answered'], limit: MANY })
  return open.filter((p) => petitionSight(desk.roster, person, p) === 'all')
}
