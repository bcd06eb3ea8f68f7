import type { Judgement } from '../domain/judgement.ts'
import type { Conversation } from '../domain/notice.ts'
import type { Traces } from '../domain/traces.ts'
import type { Would } from '../domain/trial.ts'
import type { Recording } from './language-model.ts'

/** One message as it was heard. */
export interface Heard {
  /** What it is called inside (domain/message-ref.ts), never the channel's id alone. */
  id: string
  seq: bigint
  conversation: Conversation
  person: string
  text: string
  quote: string | null
  photos: { id: string; name: string }[]
  /** Spoken: its words count once the speaker has said that they were heard rightly. */
  voice: { id: string; name: string } | null
  at: Date
  report: string | null
}

/** What stood in a conversation before, said by anybody. */
export interface Line {
  id: string
  /** Null for the bot. */
  person: string | null
  text: string
  at: Date
  report: string | null
  tickets: string[]
}

export interface OpenReport {
  id: string
  conversation: Conversation
  person: string
  openedAt: Date
  closesAt: Date
  /** Judged already. */
  closed: boolean
  /** What is made of all of it so far; computed when its last line came. */
  judgement: Judgement | null
  messages: Heard[]
}

/** A report that is over. */
export interface ClosedReport extends OpenReport {
  closedAt: Date
  outcome: string
  /** In a group on trial, what would have become of it. */
  would: Would | null
  /** Some of it has become part of a ticket. */
  taken: boolean
}

/** What was said, and what it was put together to. */
export interface Reports {
  openReports(conversation: Conversation): Promise<OpenReport[]>
  report(id: string): Promise<OpenReport | null>
  openReport(report: Omit<OpenReport, 'messages' | 'closed' | 'judgement'>): Promise<void>
  /** `judgement`: of the whole report with this line in it. */
  addToReport(reportId: string, message: Heard, closesAt: Date, judgement: Judgement | null): Promise<void>
  closeReport(reportId: string, judgement: Judgement | null, outcome: string): Promise<void>
  /** What ended since then in a conversation, or in all of them, the oldest first; or only what ended in one of these ways. */
  closedReports(since: Date, conversation?: Conversation, outcomes?: readonly string[]): Promise<ClosedReport[]>
  /** What became of a report; null while it is still being told. */
  reportOutcome(id: string): Promise<string | null>
  /** Another outcome for what has ended. */
  settleReports(ids: readonly string[], outcome: string): Promise<void>
  heard(messageId: string): Promise<Heard | null>
  /** The same, once nobody has its conversation in hand; until the end of the transaction nobody has. */
  heardAlone(messageId: string): Promise<Heard | null>
  recording(voiceId: string): Promise<Recording | null>
  /** What was spoken, in words, by the speaker's own word; from now on the message says this. */
  writeDown(messageId: string, text: string): Promise<void>
  /** Its words and pictures are nobody's any more, and what is still being told of it is read anew. */
  takeBack(messageId: string): Promise<void>
  /** What was said right before a message, newest first. */
  linesBefore(message: Heard, since: Date, limit: number): Promise<Line[]>
  /** The person's last messages in a conversation, newest first. */
  recentBy(conversation: Conversation, person: string, since: Date): Promise<Heard[]>

  /** What else is stored about somebody. */
  traces(personId: string): Promise<Traces>
}
