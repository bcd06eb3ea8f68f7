import type { Calendar } from '../domain/calendar.ts'
import type { Judgement } from '../domain/judgement.ts'
import type { Conversation, NoticeDraft } from '../domain/notice.ts'
import type { Roster } from '../domain/roster.ts'
import type { Settings } from '../domain/settings.ts'
import type { Status, Ticket, TicketEvent } from '../domain/ticket.ts'
import type { Figures } from './figures.ts'

/** One message as it was heard. */
export interface Heard {
  /** The channel's id of it. */
  id: string
  seq: bigint
  conversation: Conversation
  person: string
  text: string
  quote: string | null
  photos: { id: string; name: string }[]
  at: Date
  report: string | null
}

export interface OpenReport {
  id: string
  conversation: Conversation
  person: string
  openedAt: Date
  closesAt: Date
  messages: Heard[]
}

export interface TicketQuery {
  statuses?: readonly Status[]
  villages?: readonly string[]
  owner?: string
  reporter?: string
  openedSince?: Date
  /** Labels, titles or texts that contain this. */
  words?: string
  limit?: number
  newestFirst?: boolean
}

/** Something the bot asked one person; `what` tells which answer fits. */
export interface Question {
  id: string
  person: string
  what: 'isMatter' | 'extension' | 'typo' | 'whichTicket' | 'untilWhen' | 'whichPerson' | 'photoWords' | 'whoIsDeputy'
  ticket: string | null
  data: Record<string, unknown>
  askedAt: Date
}

export interface DueWork {
  key: string
  job: string
  at: Date
  ticket: string | null
  data: Record<string, unknown>
}

export interface Act {
  id: string
  person: string
  words: string
  at: Date
  before: Ticket[]
  /** Ticket id → version right after the act. */
  versions: Record<string, number>
}

/** Thrown when somebody else changed the ticket in the meantime; the whole message is handled anew. */
export class Conflict extends Error {}

/**
 * What the inside may ask and write within one transaction, at one moment, for one town.
 * Everything written becomes true together, or not at all.
 */
export interface Desk {
  town: string
  now: Date
  roster: Roster
  calendar: Calendar
  settings: Settings
  figures: Figures
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
  history(ticketId: string): Promise<(TicketEvent & { n: number; hash: string })[]>
  nextNumber(village: string): Promise<number>

  /** Writes the ticket; `before` is null for a new one. @throws Conflict when its version moved on. Returns it with its new version. */
  writeTicket(before: Ticket | null, after: Ticket): Promise<Ticket>
  append(ticketId: string, events: readonly TicketEvent[]): Promise<void>
  attach(ticketId: string, messages: readonly Heard[]): Promise<void>
  /** False when the household already follows. */
  follow(ticketId: string, personId: string): Promise<boolean>
  moveFollowers(from: string, to: string): Promise<void>
  notify(notices: readonly NoticeDraft[]): Promise<void>
  /** Takes back what is not yet said. */
  suppress(where: { cause?: string; ticket?: string; occasions?: readonly string[] }, why: string): Promise<void>
  /** Replaces the undone work of a ticket; keys that were done before stay done. */
  setDue(ticketId: string, work: readonly DueWork[]): Promise<void>
  addDue(work: DueWork): Promise<void>
  cancelDue(key: string): Promise<void>
  /** Whether work of this job is still to be done. */
  hasDue(job: string): Promise<boolean>

  ask(question: Omit<Question, 'askedAt'>, expiresAt: Date): Promise<void>
  /** Open questions to a person, newest first. */
  questions(personId: string): Promise<Question[]>
  question(id: string): Promise<Question | null>
  answered(questionId: string): Promise<void>

  recordAct(act: Act): Promise<void>
  lastAct(personId: string, since: Date): Promise<Act | null>
  undone(actId: string): Promise<void>

  openReports(conversation: Conversation): Promise<OpenReport[]>
  report(id: string): Promise<OpenReport | null>
  openReport(report: Omit<OpenReport, 'messages'>): Promise<void>
  addToReport(reportId: string, message: Heard, closesAt: Date): Promise<void>
  closeReport(reportId: string, judgement: Judgement | null, outcome: string): Promise<void>
  heard(messageId: string): Promise<Heard | null>
  /** The person's last messages in a conversation, newest first. */
  recentBy(conversation: Conversation, person: string, since: Date): Promise<Heard[]>

  /** Changes of the roster from chat; each raises the roster's version. */
  addLeave(leave: { id: string; person: string; deputy: string; until: string; tickets: string[] }): Promise<void>
  endLeave(leaveId: string): Promise<string[]>
  setQuiet(groupId: string, until: Date | null): Promise<void>
  addPerson(person: { id: string; name: string; phone: string | null; onRoster: boolean }): Promise<void>
  setPhone(personId: string, phone: string): Promise<void>
  addRole(personId: string, role: string, grid: string): Promise<void>
  removeRole(personId: string, role: string, grid: string): Promise<void>
  markGone(personId: string): Promise<void>
  joinGroup(groupId: string, personId: string): Promise<void>
  /** Another name that people use for a place of the grid. */
  addByName(grid: string, name: string): Promise<void>
}
