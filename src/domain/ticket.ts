import type { Evidence, Mode } from './duty.ts'
import { atHome, type Danger, type Kind, type Sensitivity } from './judgement.ts'

/** 来事接事, 理事定事, 议事说事, 访事查事, 论事档事. */
export const STAGES = ['intake', 'triage', 'deliberation', 'handling', 'archive'] as const
export type Stage = (typeof STAGES)[number]

/** `void`: 不是事, somebody only talked. */
export const STATUSES = ['open', 'waiting', 'resolved', 'closed', 'rejected', 'withdrawn', 'merged', 'void'] as const
export type Status = (typeof STATUSES)[number]

/** 满意, 一般, 不满意. No answer is null and never counts as satisfied. */
export const SATISFACTIONS = ['good', 'fair', 'poor'] as const
export type Satisfaction = (typeof SATISFACTIONS)[number]

export interface Waiting {
  until: Date
  since: Date
  reason: string
}

export const APPROVERS = ['secretary', 'leader'] as const
export type Approver = (typeof APPROVERS)[number]

export interface ExtensionAsked {
  by: string
  /** The completion date that was asked for. */
  until: Date
  reason: string
  approver: Approver
}

/** 说事点, 电话, 上门, 说事日. */
export const VIAS = ['point', 'phone', 'visit', 'sayday'] as const
export type Via = (typeof VIAS)[number]

/** Somebody who is not on WeChat: what is to be told them goes through the cadre who wrote it down, and so does their word. */
export interface Through {
  person: string
  /** As they are called: 王大娘. */
  name: string
  via: Via
}

/** Said in a group, one-to-one, written down by a cadre; `report`: 居民上报; `form`: the page behind a 说事码; `handed`: handed on by another office's program. */
export const SOURCES = ['group', 'direct', 'noted', 'report', 'form', 'handed'] as const
export type Source = (typeof SOURCES)[number]

/** No group has heard of it: it was told one-to-one, on the page, or over there. */
export const isToldAlone = ({ source }: { source: Source }): boolean => source === 'direct' || source === 'form' || source === 'handed'

export interface Ticket {
  id: string
  /** Speakable aloud: 坪07. */
  label: string
  number: number
  village: string
  /** The finest grid node that is known. */
  place: string
  kind: Kind
  duty: string
  title: string
  /** The report as told. Never leaves for a group. */
  text: string
  source: Source
  /** The village's group in which it was told, and which hears of it on; null: in none. */
  group: string | null
  stage: Stage
  status: Status
  mode: Mode
  owner: string | null
  coOwners: string[]
  reporter: string | null
  through: Through | null
  /** Persons it is about (recusal): for them it does not exist. */
  about: string[]
  danger: Danger | null
  sensitivity: Sensitivity | null
  /** 不公开. */
  hidden: boolean
  openedAt: Date
  countedFrom: Date
  respondBy: Date
  completeBy: Date
  acceptedAt: Date | null
  respondedAt: Date | null
  resolvedAt: Date | null
  endedAt: Date | null
  resolution: string | null
  solved: boolean | null
  satisfaction: Satisfaction | null
  waiting: Waiting | null
  extensions: number
  extensionAsked: ExtensionAsked | null
  supervisor: string | null
  mergedInto: string | null
  evidence: Evidence[]
  reopened: number
  version: number
}

/** Nothing of it may be told in the group but a number and a state. */
export const isPrivate = (t: Pick<Ticket, 'kind' | 'sensitivity' | 'hidden'>): boolean =>
  t.kind !== 'village' || t.sensitivity !== null || t.hidden

/** Somebody is in danger, and it is nobody's business but of those whom it is about and who is called. */
export const isPrivateDanger = (t: Pick<Ticket, 'kind' | 'danger' | 'sensitivity'>): boolean =>
  atHome(t.sensitivity) !== null || (t.danger !== null && t.kind !== 'village')

/** The group hears nothing at all, not even a number. */
export const isSilent = (t: Pick<Ticket, 'kind' | 'danger' | 'sensitivity' | 'hidden'>): boolean =>
  t.hidden || isPrivateDanger(t) || (t.sensitivity !== null && t.sensitivity !== 'family')

export const isLive = (t: Pick<Ticket, 'status'>): boolean => t.status === 'open' || t.status === 'waiting'

/** What happened to a ticket, past tense; the history's vocabulary. */
export const EVENTS = [
  'opened',
  'accepted',
  'assigned',
  'transferred',
  'deliberated',
  'progressed',
  'visited',
  'remarked',
  'resolved',
  'rated',
  'reopened',
  'closed',
  'extensionAsked',
  'extended',
  'extensionDenied',
  'waited',
  'resumed',
  'rejected',
  'merged',
  'mergedFrom',
  'split',
  'reclassified',
  'supervised',
  'withdrawn',
  'revived',
  'hidden',
  'followed',
  'added',
  'undone',
  'denied',
  'amended',
  'notMatter',
  'escalated',
  'called',
] as const
export type EventName = (typeof EVENTS)[number]

export interface TicketEvent {
  at: Date
  what: EventName
  /** Null for the bot and the clock. */
  by: string | null
  note: string | null
  data: Record<string, unknown>
}
