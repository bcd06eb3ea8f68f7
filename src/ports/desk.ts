import type { Calendar } from '../domain/calendar.ts'
import type { KeptLine } from '../domain/history.ts'
import type { Kind } from '../domain/judgement.ts'
import type { Conversation, NoticeDraft, Occasion } from '../domain/notice.ts'
import type { Roster } from '../domain/roster.ts'
import type { Settings } from '../domain/settings.ts'
import type { Status, Ticket, TicketEvent } from '../domain/ticket.ts'
import type { CaseDesk } from './case-desk.ts'
import type { ChannelDesk } from './channel-desk.ts'
import type { Deed, Deeds } from './deeds.ts'
import type { DueWork, JobName } from './due-work.ts'
import type { Figures } from './figures.ts'
import type { Forgetting } from './forgetting.ts'
import type { Lessons } from './lessons.ts'
import type { MeasureDesk } from './measure-desk.ts'
import type { ModelCalls } from './model-calls.ts'
import type { OfficeDesk } from './office-desk.ts'
import type { OfficeLists } from './office-lists.ts'
import type { Asked, NewQuestion, Question, QuestionData } from './question.ts'
import type { Heard, Reports } from './reports.ts'
import type { Requests } from './requests.ts'
import type { OrderDesk } from './resident-orders.ts'
import type { Retention } from './retention.ts'
import type { SlipDesk } from './slips.ts'
import type { Speech } from './speech.ts'
import type { TrainedModels } from './trained-models.ts'
import type { TrialDesk } from './trial-desk.ts'

export type { ClosedReport, Heard, Line, OpenReport } from './reports.ts'

export interface TicketQuery {
  ids?: readonly string[]
  statuses?: readonly Status[]
  kinds?: readonly Kind[]
  villages?: readonly string[]
  owner?: string
  reporter?: string
  /** Followed by this person. */
  follower?: string
  duty?: string
  /** Written down by this cadre for somebody else. */
  through?: string
  openedSince?: Date
  openedBefore?: Date
  /** Where they lie, as finely as that is known. */
  places?: readonly string[]
  dueBefore?: Date
  /** Labels, titles or texts that contain this. */
  words?: string
  limit?: number
  newestFirst?: boolean
}

/** What somebody did with one order, for as long as 撤销 may take it back. */
export interface Act {
  id: string
  person: string
  words: string
  at: Date
  deed: Deed
}

/** Thrown when somebody else changed the ticket in the meantime; the whole message is handled anew. */
export class Conflict extends Error {}

/** What is done within one transaction. */
export type AtDesk<T, With extends unknown[] = []> = (desk: Desk, ...these: With) => Promise<T>

/**
 * What the inside may ask and write within one transaction, at one moment, for one town.
 * Everything written becomes true together, or not at all.
 */
export interface Desk
  extends Reports,
    MeasureDesk,
    CaseDesk,
    ChannelDesk,
    OrderDesk,
    OfficeDesk,
    SlipDesk,
    TrialDesk,
    Lessons,
    ModelCalls,
    TrainedModels,
    Forgetting,
    Retention {
  town: string
  now: Date
  roster: Roster
  calendar: Calendar
  settings: Settings
  figures: Figures
  /** What is read in lists at the office page. */
  lists: OfficeLists
  newId(): string

  ticket(id: string): Promise<Ticket | null>
  ticketByNumber(village: string, number: number): Promise<Ticket | null>
  tickets(query: TicketQuery): Promise<Ticket[]>
  countTickets(query: TicketQuery): Promise<number>
  /** The tickets a message (heard or said) belongs to. */
  ticketsOfMessage(messageId: string): Promise<Ticket[]>
  /** The tickets this conversation last spoke of, newest first. */
  lastSpokenOf(conversation: Conversation, since: Date): Promise<Ticket[]>
  followers(ticketId: string): Promise<string[]>
  history(ticketId: string): Promise<(TicketEvent & KeptLine)[]>
  /** Of several tickets at once, by their ids. */
  histories(ticketIds: readonly string[]): Promise<ReadonlyMap<string, (TicketEvent & KeptLine)[]>>
  nextNumber(village: string): Promise<number>

  /** Writes the ticket; `before` is null for a new one. @throws Conflict when its version moved on. Returns it with its new version. */
  writeTicket(before: Ticket | null, after: Ticket): Promise<Ticket>
  append(ticketId: string, events: readonly TicketEvent[]): Promise<void>
  attach(ticketId: string, messages: readonly Heard[]): Promise<void>
  /** False when the household already follows. */
  follow(ticketId: string, personId: string): Promise<boolean>
  /** How many households told it, the reporter's included. */
  households(ticketId: string): Promise<number>
  /** All who told or follow the one hear of the other from now on; a household counts once. */
  joinFollowers(from: Ticket, into: Ticket): Promise<void>
  /** Undoes it: 拆分. */
  partFollowers(from: Ticket): Promise<void>
  notify(notices: readonly NoticeDraft[]): Promise<void>
  /** Takes back what is not yet said. */
  suppress(where: { ticket?: string; occasions?: readonly Occasion[]; keys?: readonly string[] }, why: string): Promise<void>
  /** Replaces the undone work of a ticket; keys that were done before stay done. */
  setDue(ticketId: string, work: readonly DueWork[]): Promise<void>
  addDue(work: DueWork): Promise<void>
  cancelDue(key: string): Promise<void>
  /** What work of this job is still to be done, the next first. */
  dueOf<J extends JobName>(job: J): Promise<DueWork<J>[]>

  /** The same id asks anew. */
  ask(question: NewQuestion, expiresAt: Date): Promise<void>
  /** Open questions to a person, newest first. */
  questions(personId: string): Promise<Question[]>
  question(id: string): Promise<Question | null>
  /** Puts right what an open question would do; nobody is asked anew. */
  amendQuestion<K extends Asked>(question: Pick<Question<K>, 'id' | 'what'>, data: QuestionData[K]): Promise<void>
  answered(questionId: string): Promise<void>

  recordAct(act: Act): Promise<void>
  lastAct(personId: string, since: Date): Promise<Act | null>
  undone(actId: string): Promise<void>
  deeds: Deeds
  /** What programs from outside are answered from. */
  requests: Requests
  /** What speaking asks of this transaction. */
  speech: Speech

  /** Changes of the roster from chat; each raises the roster's version. */
  addLeave(leave: { id: string; person: string; deputy: string; until: string; tickets: string[] }): Promise<void>
  endLeave(leaveId: string): Promise<string[]>
  setQuiet(groupId: string, until: Date | null): Promise<void>
  addPerson(person: { id: string; name: string; phone: string | null; onRoster: boolean }): Promise<void>
  setPhone(personId: string, phone: string | null): Promise<void>
  addRole(personId: string, role: string, grid: string): Promise<void>
  removeRole(personId: string, role: string, grid: string): Promise<void>
  markGone(personId: string): Promise<void>
  moveHousehold(householdId: string, grid: string): Promise<void>
  joinGroup(groupId: string, personId: string): Promise<void>
  /** Another name that people use for a place of the grid; the places of `insteadOf` lose it. */
  setByName(grid: string, name: string, insteadOf: readonly string[]): Promise<void>
}
