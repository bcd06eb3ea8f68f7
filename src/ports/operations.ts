import type { BackupFault, TrialFault } from '../domain/backup.ts'
import type { ChannelName, GroupState, Hears, Posts } from '../domain/capability.ts'
import type { Wish } from '../domain/forgotten.ts'
import type { RetentionKind } from '../domain/retention.ts'
import type { Gap } from './channel-log.ts'

export interface ChannelReport {
  channel: ChannelName
  /** Set up in the settings, or a group has one of its own. */
  open: boolean
  /** Null: it has not said that it is up; ways that only speak never do. */
  upSince: Date | null
  stoppedUntil: Date | null
  why: string | null
  heardAt: Date | null
  saidAt: Date | null
  /** What a phone has to scan before it comes up; for the operator's eyes only. */
  qr: string | null
  /** Since when its access token is used; null where it has none. */
  tokenSince: Date | null
  waiting: number
  /** When the oldest that waits was written. */
  oldest: Date | null
}

/** The last backup that was tried, and what became of it. */
export interface BackupReport {
  at: Date
  /** Null: it was made. */
  why: BackupFault | null
  seconds: number
  bytes: number
  dir: string
  /** The last one that was made. */
  lastMade: Date | null
  /** The last one that was restored as a trial. */
  trial: { at: Date; why: TrialFault | null } | null
}

/** Something that could not be said, or that nobody knows to have been said; for a person to decide. */
export interface DeadLetter {
  id: string
  state: 'failed' | 'unknown' | 'confirm'
  channel: ChannelName
  /** The group's or person's name. */
  to: string
  /** What a group was to read; null for what is said to somebody alone, which is no operator's to read. */
  text: string | null
  why: string | null
  writtenAt: Date
}

export interface GroupReport {
  channel: ChannelName
  externalId: string
  name: string | null
  /** The township's group that it is; null while nobody agreed. */
  group: { id: string; name: string; onTrial: boolean } | null
  hears: Hears
  posts: Posts
  state: GroupState
  why: string | null
  heardAt: Date | null
  /** How many of its residents have agreed that the archive keeps what they say; null where nobody was asked. */
  consent: { agreed: number; all: number; at: Date } | null
}

/** First steps that only a person knows to be done. */
export const START_MARKS = ['tried', 'told'] as const
export type StartMark = (typeof START_MARKS)[number]

export interface StatusReport {
  at: Date
  town: string
  /** What was imported; the sample is nobody's. */
  township: { sample: boolean; people: number; villages: number; duties: number }
  channels: ChannelReport[]
  gaps: Gap[]
  deadLetters: DeadLetter[]
  deadLetterCount: number
  groups: GroupReport[]
  /** The township's own groups and villages, to bind to. */
  ownGroups: { id: string; name: string }[]
  places: { id: string; name: string }[]
  /** Messages heard and not yet handled; notices due and not yet on their way. */
  queues: { unhandled: number; notices: number; work: number }
  lastDigest: Date | null
  /** People to whom something could not be said in the last week, for no way to them is known. */
  unreachable: number
  /** What other programs were told in vain, again and again. */
  untold: number
  marks: readonly StartMark[]
  /** Groups that are heard before they are spoken to, and those that were. */
  trials: { on: number; over: number }
  canFetchGroups: boolean
  canMakeGroup: boolean
  /** Null: none was ever made. */
  backup: BackupReport | null
  database: { version: string; bytes: number; milliseconds: number; durable: boolean }
  /** What the nights took of each kind, and how many days it is kept; never run: null. */
  kept: { kind: RetentionKind; days: number; at: Date | null; gone: number; total: number }[]
  /** The last ones that were forgotten, without anybody's name, and how many there are. */
  erasures: { at: Date; wish: Wish; rows: number }[]
  erasureCount: number
  /** Bytes that this process holds. */
  memory: number
  /** Of the directory where everything is kept. */
  diskFree: number
  /** The database's clock before ours, milliseconds. */
  clockSkew: number
  clockMoved: boolean
}

/** What the operator may have done on the platform; null where it is not set up. */
export interface GroupOffice {
  customerGroups: (() => Promise<{ chatId: string; name: string; owner: string }[] | null>) | null
  makeGroup: ((name: string, users: readonly string[]) => Promise<string | null>) | null
}

export type Decision = 'resend' | 'give-up' | 'was-sent'

/** What an operator sees and decides. */
export interface Operations {
  report(): Promise<StatusReport>
  /** False where it was decided already, or no way leads there. */
  decide(id: string, decision: Decision): Promise<boolean>
  bind(channel: string, externalId: string, grid: string): Promise<boolean>
  /** A group that waits stays out; one that is lost is let go. */
  refuse(channel: string, externalId: string): Promise<boolean>
  /** `address`: the robot's webhook as WeCom shows it. False when it is none. */
  setRobot(group: string, address: string): Promise<boolean>
  /** A person forwards into this group what is to be said there. */
  byHand(group: string): Promise<boolean>
  /** Looks which customer groups there are; each waits for a village like any other. Null where the contacts are not set up. */
  fetchCustomerGroups: (() => Promise<boolean>) | null
  /** Makes a group of the leaders and the duty cadres who have an account. */
  makeLeadersGroup: (() => Promise<boolean>) | null
}
