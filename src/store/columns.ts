import { z } from 'zod'

import { API_RIGHTS } from '../domain/api-key.ts'
import { CHANNELS, GROUP_STATES, HEARS, POSTS } from '../domain/capability.ts'
import { EVIDENCE, MODES } from '../domain/duty.ts'
import { LESSONS, RANKS } from '../domain/example.ts'
import { WISHES } from '../domain/forgotten.ts'
import { LEVELS } from '../domain/grid.ts'
import { DANGERS, KINDS, SENSITIVITIES } from '../domain/judgement.ts'
import { LEDGER_COLUMNS, type LedgerColumn } from '../domain/ledger-column.ts'
import { NOTICE_STATES } from '../domain/notice.ts'
import { ROLES } from '../domain/people.ts'
import { EDUCATIONS, RECORD_KINDS } from '../domain/team.ts'
import { EVENTS, SATISFACTIONS, SOURCES, STAGES, STATUSES, VIAS } from '../domain/ticket.ts'
import { GROUP_KINDS } from '../domain/township.ts'
import { MODEL_STATES } from '../domain/trained-model.ts'
import { WOULD } from '../domain/trial.ts'
import { VENUE_USES } from '../domain/venue.ts'
import { DELIVERY_STATES, WEBHOOK_EVENTS } from '../domain/webhook.ts'
import { POST_STATES } from '../ports/speech.ts'
import type { Prisma } from './generated/client.ts'

/**
 * The text columns that know only so many words. Rows are read through these, and the database has a CHECK of each with the
 * same words: a word more here wants a migration, and a test says so.
 */
export const COLUMNS = {
  Ticket: {
    kind: z.enum(KINDS),
    source: z.enum(SOURCES),
    stage: z.enum(STAGES),
    status: z.enum(STATUSES),
    mode: z.enum(MODES),
    danger: z.enum(DANGERS),
    sensitivity: z.enum(SENSITIVITIES),
    satisfaction: z.enum(SATISFACTIONS),
    throughVia: z.enum(VIAS),
    evidence: z.enum(EVIDENCE),
  },
  TicketEvent: { what: z.enum(EVENTS) },
  Report: { would: z.enum(WOULD) },
  Notice: { state: z.enum(NOTICE_STATES) },
  Post: { state: z.enum(POST_STATES), channel: z.enum(CHANNELS) },
  ChannelGroup: { channel: z.enum(CHANNELS), hears: z.enum(HEARS), posts: z.enum(POSTS), state: z.enum(GROUP_STATES) },
  Identity: { channel: z.enum(CHANNELS), tiedBy: z.enum(['stranger', 'realm', 'roster', 'phone', 'cadre']) },
  ChannelState: { channel: z.enum(CHANNELS) },
  ChannelGap: { channel: z.enum(CHANNELS) },
  GridNode: { level: z.enum(LEVELS) },
  PersonRole: { role: z.enum(ROLES) },
  ChatGroup: { kind: z.enum(GROUP_KINDS) },
  Example: { kind: z.enum([...KINDS, 'none']), source: z.enum(LESSONS), rank: z.enum(RANKS) },
  TrainedModel: { state: z.enum(MODEL_STATES) },
  BulletinItem: { state: z.enum(['waiting', 'told', 'dropped']) },
  AlarmAnswer: { how: z.enum(['self', 'keeper']) },
  TeamRecord: { kind: z.enum(RECORD_KINDS) },
  StaffEntry: { education: z.enum(EDUCATIONS) },
  Venue: { uses: z.enum(VENUE_USES) },
  ApiKey: { rights: z.enum(API_RIGHTS) },
  Erasure: { wish: z.enum(WISHES) },
  Webhook: { events: z.enum(WEBHOOK_EVENTS) },
  WebhookDelivery: { event: z.enum(WEBHOOK_EVENTS), state: z.enum(DELIVERY_STATES) },
} as const

/** The township's own order, or everybody's. */
export const ledgerFrom = (columns: readonly string[]): LedgerColumn[] => {
  const known = columns.flatMap((c) => LEDGER_COLUMNS.find((it) => it === c) ?? [])
  return known.length > 0 ? known : [...LEDGER_COLUMNS]
}

/** What a JSON column of many shapes may hold. */
export const JsonObject = z.record(z.string(), z.unknown())

/** Pictures and recordings that lie in tables of their own. */
const FileRef = z.object({ id: z.string(), name: z.string() })
/** `file`: no picture; the link leads to it where a channel carries no files. */
export const PhotoRefs = z.array(FileRef.extend({ file: z.object({ link: z.string().nullable() }).optional() }))
export const VoiceRef = FileRef.nullable()

/** As JSON would say it: dates as text, nothing undefined. */
export const asJson = (value: object): Prisma.InputJsonValue => JSON.parse(JSON.stringify(value))
