import type { Calendar } from '../../domain/calendar.ts'
import type { Duty, Evidence } from '../../domain/duty.ts'
import type { Kind } from '../../domain/judgement.ts'
import type { Roster } from '../../domain/roster.ts'
import type { EventName, Satisfaction, Stage, Status, Ticket, TicketEvent, Via } from '../../domain/ticket.ts'
import type { Actor, Audience } from '../../domain/workflow.ts'
import type { Desk, Heard } from '../../ports/desk.ts'
import type { RefusalWords } from '../../wording/refusals.ts'
import type { Talk, Told } from '../../wording/told.ts'

export interface MoveDetail {
  note?: string
  /** Person id, for transfer and assign. */
  to?: string
  /** For waiting, an extension, a supervision: the new date. */
  until?: Date
  kind?: Kind
  duty?: string
  /** Whom it is about, where the other class makes it a complaint. */
  about?: string[]
  into?: Ticket
  satisfaction?: Satisfaction
  /** How the word of a reporter who is not on WeChat came. */
  via?: Via
  /** Of a talk: when it is to be, what came of it, or that the town joins. */
  talk?: Talk
  /** The message it was said in, where photographs came with it: they are kept with the matter and count as evidence. */
  shown?: Heard
}

/** Somebody tries a move. `by` is null for the clock and the model. */
export interface Attempt {
  by: string | null
  actors: ReadonlySet<Actor>
}

export interface Step extends Attempt {
  detail: MoveDetail
  at: Date
  duty: Duty | null
  calendar: Calendar
}

export interface Happened {
  by: string | null
  detail: MoveDetail
  before: Ticket
  after: Ticket
  followers: readonly string[]
  /** Whoever was called, when a danger is taken over. */
  called: readonly string[]
  roster: Roster
  calendar: Calendar
}

/** What one audience reads of it; null where this time there is nothing to say. */
export type Telling = (told: Told, happened: Happened) => string | null

type Line = Pick<TicketEvent, 'what' | 'note' | 'data'>

export interface Move {
  event: EventName
  from: readonly Status[]
  /** Where the ticket stands afterwards; what is absent stays. */
  to: { status?: Status; stage?: Stage }
  by: readonly Actor[]
  /** It gives the first response, or it ends the matter. A touch does neither, and no other clock moves but by an effect. */
  clock?: 'respond' | 'stop'
  /** What else becomes of the ticket: `next` stands where the move leads, and nothing it waited for is waited for any more. */
  effect?(ticket: Ticket, step: Step, next: Ticket): Partial<Ticket>
  /** Beyond the capacity: some may do it only to some tickets. */
  isTheirs?(ticket: Ticket, attempt: Attempt): boolean
  notTheirs: RefusalWords
  /** What else stands in the way, in words; `wanted` is the evidence that the duty asks for. */
  obstacle?(ticket: Ticket, attempt: Attempt, wanted: readonly Evidence[]): RefusalWords | null
  /** Why not, where the ticket stands; null where the move leads on from there. */
  refused(status: Status): RefusalWords | null
  /** What the history tells before and after it, where one word means several things. */
  alsoBefore?(ticket: Ticket, detail: MoveDetail): Line[]
  alsoAfter?: EventName
  /** It is the reporter's word, whoever of the cadres brings it. */
  isReportersWord?: true
  tells: Partial<Record<Audience, Telling>>
  /** Hears it even as the speaker: it is the answer. */
  answers?: Audience
  /** A reporter who is not on WeChat is asked through a cadre in these words, not merely told through one. */
  asksThrough?: Telling
  afterwards?(desk: Pick<Desk, 'roster' | 'now' | 'newId' | 'ask'>, ticket: Ticket): Promise<void>
}

/** How a move is written down: every state from which it does not lead has its sentence. */
export type Declared<From extends readonly Status[]> = Omit<Move, 'from' | 'refused'> & {
  from: From
  refused: Record<Exclude<Status, From[number]>, RefusalWords>
}

/** A move says all of it: one that refuses a state without a sentence, or tells an audience none, does not compile. */
export function defineMove<const From extends readonly Status[]>(move: Declared<From>): Move {
  const words: Partial<Record<Status, RefusalWords>> = move.refused
  return { ...move, refused: (status) => (move.from.includes(status) ? null : (words[status] ?? move.notTheirs)) }
}

export const live = ['open', 'waiting'] as const
