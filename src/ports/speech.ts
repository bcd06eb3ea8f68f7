import type { Calendar } from '../domain/calendar.ts'
import type { ChannelName, Posts } from '../domain/capability.ts'
import type { Conversation, KnownOccasion, NoticeDraft } from '../domain/notice.ts'
import type { Roster } from '../domain/roster.ts'
import type { Settings } from '../domain/settings.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { DueWork, JobName } from './due-work.ts'
import type { NewQuestion } from './question.ts'

/** What this process can reach. */
export interface Reach {
  /** The channels that are set up. */
  open: ReadonlySet<ChannelName>
  /** The sandbox takes whatever has no way of its own. */
  sandbox: boolean
  /** Machine time. */
  machine(): Date
}

/** A group that is bound, or a person, as one channel knows them. */
export interface KnownWay {
  channel: ChannelName
  externalId: string
  posts: Posts
  /** Who taps or forwards, where that is known. */
  owner: string | null
  /** When they last spoke here, and how much was said to them since. */
  heardAt: Date | null
  saidSince: number
  /** They have asked here alone and may still be answered. */
  asked: boolean
}

/**
 * `waiting`: to be sent; `sending`: in one process's hand; `confirm`: a person has it and must tap or forward; `failed` and
 * `unknown`: for a person to decide, 重发 or 放弃; `dropped`: taken back or too late.
 */
export const POST_STATES = ['waiting', 'sending', 'sent', 'failed', 'unknown', 'confirm', 'dropped'] as const
export type PostState = (typeof POST_STATES)[number]

/** A picture, or a file; the link leads to it where a channel carries no files. */
export interface Attached {
  id: string
  name: string
  file?: { link: string | null } | undefined
}

/** One thing that waits to be said. */
export interface Waiting {
  key: string
  conversation: Conversation
  ticket: string | null
  occasion: KnownOccasion
  text: string
  brief: string | null
  urgent: boolean
  answer: boolean
  quote: string | null
  mentions: readonly string[]
  photos: readonly Attached[]
  aside: Conversation | null
  dueAt: Date
  expiresAt: Date | null
}

/** One platform message on its way out. */
export interface Post {
  id: string
  /** The bot's Message that it is a part of. */
  message: string
  part: number
  /** The notices that it settles. */
  keys: string[]
  conversation: Conversation
  channel: ChannelName
  externalId: string
  text: string
  photo: string | null
  /** People. */
  mentions: string[]
  quote: string | null
  expiresAt: Date | null
  state: PostState
  attempts: number
  /** A try may have been posted without our knowing. */
  doubt: boolean
  why: string | null
  writtenAt: Date
}

export type NewPost = Omit<Post, 'attempts' | 'doubt' | 'why'>

interface PostChange {
  state: PostState
  why?: string | null
  retryAt?: Date
  attempts?: number
  doubt?: boolean
  sentAt?: Date
  /** What the platform calls it. */
  sentId?: string
}

type NoticeChange = { state: 'claimed' | 'sent' | 'suppressed' | 'failed'; why?: string | null; sentAt?: Date } | { notBefore: Date }

/** The few things of the desk that speaking needs. */
export interface SpeakersDesk {
  now: Date
  roster: Roster
  calendar: Calendar
  settings: Settings
  ticket(id: string): Promise<Ticket | null>
  ask(question: NewQuestion, expiresAt: Date): Promise<void>
  notify(notices: readonly NoticeDraft[]): Promise<void>
  addDue(work: DueWork): Promise<void>
}

/** What is decided about speaking writes through this, in one transaction of one town, at one moment of the product's clock. */
export interface Speech {
  town: string
  now: Date
  /** Of the same transaction; made when it is first asked for. */
  desk(): Promise<SpeakersDesk>

  /** Every way to a conversation that has not closed: of a group the bound ones, of a person the one last spoken on first. */
  known(conversation: Conversation, machine: Date): Promise<KnownWay[]>
  /** Whether it is a group in which nothing is said for now. */
  isOnTrial(conversation: Conversation): Promise<boolean>
  /** Whether a real channel knows the place, reachable just now or not: then it is not the sandbox's. */
  isReal(conversation: Conversation): Promise<boolean>
  /** Who taps or forwards in the group that a post is for. */
  ownerOf(post: Pick<Post, 'channel' | 'externalId'>): Promise<string | null>
  /** The platform says that the group, or the person, is not there any more. */
  markGone(post: Pick<Post, 'conversation' | 'channel' | 'externalId'>, why: string): Promise<void>
  /** One more message to a person since they last spoke. */
  countSaid(post: Pick<Post, 'channel' | 'externalId'>): Promise<void>

  /** What the bot says, as one message of the conversation; said once, whoever repeats it. */
  say(
    message: Pick<Waiting, 'text' | 'quote' | 'photos'> & { id: string; conversation: Conversation; tickets: readonly string[] },
  ): Promise<void>
  said(message: string): Promise<Pick<Waiting, 'text' | 'photos'> | null>

  /** Ours alone until the transaction ends; null where it is in none of these states any more. */
  post(id: string, states: readonly PostState[]): Promise<Post | null>
  /** All posts that a message has become, on whichever channel, the first written first. */
  partsOf(message: string): Promise<Post[]>
  write(posts: readonly NewPost[], machine: Date): Promise<void>
  settlePost(id: string, change: PostChange): Promise<void>
  /** Those of a message that are in one of these states. */
  settleParts(message: string, states: readonly PostState[], change: PostChange): Promise<void>
  /** Back to the end of the conversation's queue, as if it had never been tried. */
  requeue(id: string, machine: Date): Promise<void>
  forget(message: string): Promise<void>

  notices(keys: readonly string[]): Promise<Pick<Waiting, 'key' | 'ticket' | 'occasion' | 'text' | 'conversation' | 'aside'>[]>
  changeNotices(keys: readonly string[], change: NoticeChange): Promise<void>
  /** Goes elsewhere, as an answer. */
  turnAside(key: string, to: Conversation): Promise<void>
  /** How often a call because of this ticket has reached nobody. */
  failedCalls(ticket: string): Promise<number>
  /** The ticket's next work of this job is due now, if it was to come later. */
  hasten(ticket: string, job: JobName): Promise<void>
  /** Of whoever was ever on the roster or spoke. */
  nameOf(person: string): Promise<string>
}

/** What waits in one conversation, and when it was spoken to in the last hour. */
export type Tell = (speech: Speech, to: Conversation, waiting: readonly Waiting[], saidLastHour: readonly Date[]) => Promise<void>
