import type { Status } from '../domain/ticket.ts'

/** What the sandbox page and scripts read; the shapes are those of the sandbox API and stay stable. */
export interface SandboxTown {
  name: string
  sample: boolean
}

export interface SandboxGroup {
  id: string
  name: string
  village: string | null
}

export interface SandboxPerson {
  id: string
  name: string
  household: string | null
  roles: { role: string; grid: string }[]
  groups: string[]
}

export interface SandboxMessage {
  id: string
  at: string
  from: { id: string; name: string; bot: boolean }
  text: string
  quote?: string
  images: { name: string; url: string }[]
  /** What is to be kept and opened elsewhere. */
  files?: { name: string; url: string }[]
  /** Spoken; `text` is empty until the speaker has said that it was heard rightly. */
  voice?: { name: string }
}

export type SandboxPlace = { group: string } | { person: string }

/** The last word of a conversation; `name` is the group's, or the person's whose private chat it is, with their roles. */
export interface SandboxLastWord {
  conversation: SandboxPlace
  name: string
  roles: { role: string; grid: string }[]
  message: SandboxMessage
}

/** What a conversation waits for. */
export interface SandboxWaiting {
  /** Who is being let finish, and until when. */
  telling: { person: { id: string; name: string }; until: string }[]
  /** What is held back (the night, a silence, the budget of posts), and when the first of it is said. */
  held: { count: number; until: string } | null
}

/** `void` is ours alone: whoever asks from outside reads that the office did not take it on. */
export type SandboxStatus = Exclude<Status, 'void'>

export interface SandboxTicket {
  number: string
  village: string
  kind: string
  duty: string
  dutyName: string
  title: string
  stage: string
  status: SandboxStatus
  mode: string
  owner: { id: string; name: string } | null
  reporter: { id: string; name: string } | null
  urgent: boolean
  private: boolean
  openedAt: string
  respondBy: string
  completeBy: string
  /** When somebody took it on, and when it was first answered; null: nobody has. */
  acceptedAt: string | null
  respondedAt: string | null
  /** When it was said to be done, or ended otherwise. */
  doneAt: string | null
  /** Working days behind its date; 0 for what is not late, and for what is no longer being handled. */
  daysLate: number
  waiting: { until: string; reason: string } | null
  followers: string[]
  messages: string[]
}

export interface SandboxTicketWhole extends SandboxTicket {
  /** The words and photos of `messages`. */
  said: SandboxMessage[]
  /** `to`: into whose hands it went, or who was told. */
  history: { at: string; what: string; by: string | null; to?: string; note?: string }[]
  measurements: {
    number: number
    at: string
    /** In metres, and m². */
    sides: number[]
    area: number
    closing: number | null
    present: string[]
    first: { agrees: boolean; said: string } | null
    second: { agrees: boolean; said: string } | null
  }[]
  mediations: {
    number: number
    at: string
    status: string
    parties: string[]
    sittings: number
    agreement: { form: string; text: string; at: string } | null
    performances: { text: string; due: string; done: boolean }[]
    confirmed: boolean
  }[]
  notices: {
    key: string
    to: { group?: string; person?: string; name?: string }
    state: string
    why?: string
    text: string
    dueAt: string
    sentAt?: string
  }[]
}

export interface Spoken {
  seq: bigint
  place: SandboxPlace
  message: SandboxMessage
}

/** A page of a list, or that the row to go on from does not exist. */
export type Page<T> = T[] | 'unknown-start'

export const TICKET_STATES = ['late', 'untaken', 'waiting', 'resolved'] as const

export interface TicketFilter {
  village?: string
  open?: boolean
  state?: (typeof TICKET_STATES)[number]
  /** Part of its number, of what it is called, or of its owner's name. */
  q?: string
  /** What is due first comes first; else what was opened last. */
  order?: 'due'
  after?: string
}

export interface SandboxView {
  town(): Promise<SandboxTown>
  groups(): Promise<SandboxGroup[]>
  people(filter: { q?: string; role?: string; village?: string; group?: string; after?: string }): Promise<Page<SandboxPerson>>
  /** Without `after` or `before` the newest page, oldest first. */
  messages(conversation: string, from: { after?: string; before?: string }): Promise<Page<SandboxMessage>>
  /** Everything said after `seq`, a page at a time, and whichever of `missing` has been written by now. */
  spokenSince(seq: bigint, missing: readonly bigint[]): Promise<Spoken[]>
  lastSeq(): Promise<bigint>
  /** The last word of each conversation in which anything was said, newest first. */
  lastWords(): Promise<SandboxLastWord[]>
  waiting(conversation: string): Promise<SandboxWaiting>
  /** A group with its members, or a person; null for neither. */
  place(conversation: string): Promise<{ name: string; members: ReadonlySet<string> } | null>
  person(id: string): Promise<{ name: string } | null>
  photo(id: string): Promise<{ type: string; bytes: Uint8Array } | null>
  tickets(filter: TicketFilter): Promise<Page<SandboxTicket>>
  ticket(number: string): Promise<SandboxTicketWhole | null>
}
