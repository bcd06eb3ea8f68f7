import { keysOf } from '../../domain/one-of.ts'
import type { Prisma } from '../generated/client.ts'
import { type Erasing, nobodyAtHome, rowsOf, type Take } from './erasing.ts'
import { cases, tickets } from './matters.ts'
import { links, messages, modelCalls, notices, photos, posts, reports, voices, wantedMedia } from './talk.ts'
import { acts, answers, bulletin, dueWork, errands, examples, questions, rates, scenes, slips } from './traces.ts'

/** `nobody`: holds nothing of anybody. `office`: what people in office do there, which stays. `history`: its lines are left with less (histories.ts). */
type Fate = 'nobody' | 'office' | 'history' | Take

/** Whoever acted in an office keeps the name under what they did there, and nothing else. */
const person: Take = async (of) => {
  const { tx, town, person: id, served } = of
  const where = { townId: town, id }
  const data = { phone: null, householdId: null, onRoster: false, gone: true }
  return (await (served ? tx.person.updateMany({ where, data }) : tx.person.deleteMany({ where }))).count
}

/**
 * What becomes of the rows of somebody who is forgotten, table by table, in this order. A table that is not said here does not
 * compile. Why it is so stands in .github/privacy.md.
 */
const FATES: Record<Prisma.ModelName, Fate> = {
  // Before the messages go by which they are found.
  Slip: slips,
  ChannelAnswer: answers,
  ChannelErrand: errands,
  ExternalScene: scenes,
  Bucket: rates,
  Question: questions,
  Act: acts,
  Due: dueWork,
  Example: examples,
  TicketMessage: links,
  Report: reports,
  ModelCall: modelCalls,
  Notice: notices,
  Post: posts,
  WantedMedia: wantedMedia,
  Message: messages,
  Photo: photos,
  Voice: voices,
  Follower: nobodyAtHome('Follower', 'household'),
  AlarmAnswer: nobodyAtHome('AlarmAnswer', 'who'),
  BulletinItem: bulletin,
  MeasureCase: cases,
  Ticket: tickets,
  Identity: rowsOf('Identity'),
  GroupMember: rowsOf('GroupMember'),
  PersonRole: rowsOf('PersonRole'),
  OfficeLink: rowsOf('OfficeLink'),
  OfficeSession: rowsOf('OfficeSession'),
  Person: person,
  TicketEvent: 'history',
  ChronicleLine: 'history',
  Leave: 'office',
  StaffEntry: 'office',
  TeamRecord: 'office',
  ChannelGroup: 'office',
  // What the reader has learnt is figures for pieces of words; it is trained anew without their examples.
  TrainedModel: 'nobody',
  Erasure: 'nobody',
  // Only that one message was heard by two ears.
  HeardAgain: 'nobody',
  RetentionRun: 'nobody',
  HistoryHead: 'nobody',
  BackupRun: 'nobody',
  Trial: 'nobody',
  Town: 'nobody',
  ProductClock: 'nobody',
  GridNode: 'nobody',
  Household: 'nobody',
  ChatGroup: 'nobody',
  DutyLine: 'nobody',
  TicketCounter: 'nobody',
  MonthSum: 'nobody',
  DutySum: 'nobody',
  CaseCounter: 'nobody',
  Venue: 'nobody',
  VillageCode: 'nobody',
  ScreenLink: 'nobody',
  Lease: 'nobody',
  ChannelState: 'nobody',
  ChannelGap: 'nobody',
  // Who has agreed to the archive stands there as marks, which no key turns back.
  ChannelCursor: 'nobody',
  // The platform's number of a report, and which matter that is.
  ResidentOrder: 'nobody',
  ApiKey: 'nobody',
  ApiSubmission: 'nobody',
  Webhook: 'nobody',
  WebhookDelivery: 'nobody',
  StartMark: 'nobody',
  DataKey: 'nobody',
}

/** How many rows of each table it was; tables in which there was nothing are left out. */
export async function takeOut(of: Erasing): Promise<Record<string, number>> {
  const gone: Record<string, number> = {}
  for (const table of keysOf(FATES)) {
    const fate = FATES[table]
    const count = typeof fate === 'string' ? 0 : await fate(of)
    if (count > 0) gone[table] = count
  }
  return gone
}
