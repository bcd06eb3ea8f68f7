import type { Conversation } from '../domain/notice.ts'
import type { AtDesk, Heard } from './desk.ts'
import type { DueWork, JobName } from './due-work.ts'
import type { Recording } from './language-model.ts'
import type { Tell } from './speech.ts'

/** A message as a channel hands it over, before anything else is done with it. */
export interface IncomingMessage {
  town: string
  channel: string
  /** The channel's own id: the same id is the same message. */
  id: string
  conversation: Conversation
  person: string
  text: string
  /** What it answers, as it is called inside (domain/message-ref.ts). */
  quote: string | null
  photos: { name: string; type: string; bytes: Uint8Array<ArrayBuffer> }[]
  /** Spoken instead of typed; its text is empty. */
  voice?: Recording
  at: Date
  /** When it was said, by the product's clock, where it is known to differ. */
  saidAt?: Date
  /** Nothing is done about it. */
  isLate?: true
  /** Pictures that the platform keeps, by its names of them. */
  wanted?: readonly string[]
}

/** How far something was read (ports/cursors.ts), to be written with what was read. */
export interface Mark {
  name: string
  value: string
}

export interface Place {
  town: string
  conversation: Conversation
}

/** Asked after each of several things that are done together: whether the next is. What is done by then is written. */
export type GoesOn = () => Promise<boolean>

type PutOff = AtDesk<void, [work: DueWork, attempts: number]>

/** What the engine asks of the database; each `…Next` is one transaction, and takes what no other process has in hand. */
export interface Store {
  /** What a second ear heard of the same message adds nothing but a photo that the first had not. */
  record(messages: readonly IncomingMessage[], mark?: Mark & { town: string }): Promise<void>
  /** Whether a fault was the database's, which is away or has no room, and says nothing of what was asked. */
  isAway(fault: unknown): boolean
  towns(): Promise<string[]>
  conversationsToHandle(limit: number): Promise<Place[]>
  /**
   * Handles what was said next in a conversation, in one transaction: several lines as long as they are talk, and no more once one of them
   * has become anything else, or `most` are done, or it does not go on. How many were, and whether more may wait.
   */
  handleNext(
    place: Place,
    now: Date,
    most: number,
    handle: AtDesk<void, [Heard]>,
    goesOn?: GoesOn,
  ): Promise<{ handled: number; more: boolean } | 'busy'>
  /** Marks a message handled although it could not be, after several faults. */
  giveUp(place: Place, now: Date, tell: AtDesk<void, [Heard]>): Promise<void>
  dueWork(now: Date, limit: number): Promise<{ town: string; key: string }[]>
  /** The towns in which no work of some of these jobs is still to be done, with those jobs. */
  unscheduled(jobs: readonly JobName[]): Promise<{ town: string; jobs: string[] }[]>
  /** Report windows that are still open, whenever they close. */
  openWindows(): Promise<{ town: string; key: string }[]>
  /** The same for report windows of one town that end together: how many did, and those that are left for another transaction. */
  endReports(
    town: string,
    keys: readonly string[],
    now: Date,
    run: AtDesk<string, [DueWork]>,
    goesOn?: GoesOn,
  ): Promise<{ ended: number; left: string[] }>
  runDue(work: { town: string; key: string }, now: Date, run: AtDesk<string, [DueWork]>): Promise<boolean>
  /**
   * After a fault: tried again after `waitMs` of machine time, however often; `also` runs with it. Returns how often it was
   * tried by now.
   */
  putOff(work: { town: string; key: string }, now: Date, waitMs: (attempts: number) => number, also: PutOff): Promise<number>
  conversationsToTell(now: Date, limit: number): Promise<Place[]>
  tellNext(place: Place, now: Date, tell: Tell): Promise<boolean>
  /** The next moment at which something is due, or null. */
  nextMoment(): Promise<Date | null>
  atDesk<T>(town: string, now: Date, run: AtDesk<T>): Promise<T>
  /** As if the message had come; all of it is taken back afterwards, before anybody could read it. */
  rehearse<T>(message: IncomingMessage, now: Date, run: AtDesk<T, [Heard]>): Promise<T>
}
