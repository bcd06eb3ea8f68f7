import { keysOf } from '../domain/one-of.ts'
import type { Prisma } from './generated/client.ts'
import type { Transaction } from './transaction.ts'

/** `of-town`: rows of one town, which go with it. `stays`: the workbook writes it anew, or it is of the machine and no town's. */
type End = 'of-town' | 'stays'

/**
 * What becomes of each table when a real township takes the sample's place: its matters and people were play. In the order in which
 * they may go. A table that is not said here does not compile.
 */
const ENDS: Record<Prisma.ModelName, End> = {
  TicketEvent: 'of-town',
  HistoryHead: 'of-town',
  Ticket: 'of-town',
  MonthSum: 'of-town',
  DutySum: 'of-town',
  WantedMedia: 'of-town',
  HeardAgain: 'of-town',
  Message: 'of-town',
  Photo: 'of-town',
  Voice: 'of-town',
  Report: 'of-town',
  Trial: 'of-town',
  Follower: 'of-town',
  TicketMessage: 'of-town',
  Notice: 'of-town',
  Due: 'of-town',
  Question: 'of-town',
  Act: 'of-town',
  ModelCall: 'of-town',
  Example: 'of-town',
  TrainedModel: 'of-town',
  Leave: 'of-town',
  TicketCounter: 'of-town',
  // The real list is no change of the sample's, and begins its own history.
  DutyLine: 'of-town',
  ChronicleLine: 'of-town',
  BulletinItem: 'of-town',
  MeasureCase: 'of-town',
  CaseCounter: 'of-town',
  AlarmAnswer: 'of-town',
  TeamRecord: 'of-town',
  StaffEntry: 'of-town',
  Venue: 'of-town',
  ResidentOrder: 'of-town',
  Slip: 'of-town',
  OfficeLink: 'of-town',
  OfficeSession: 'of-town',
  ScreenLink: 'of-town',
  // A key that was given out in play opens nothing real.
  WebhookDelivery: 'of-town',
  Webhook: 'of-town',
  ApiSubmission: 'of-town',
  ApiKey: 'of-town',
  Erasure: 'of-town',
  RetentionRun: 'of-town',
  Person: 'of-town',
  StartMark: 'of-town',
  // Whoever speaks again is met anew.
  Post: 'of-town',
  Identity: 'of-town',
  GridNode: 'stays',
  Household: 'stays',
  PersonRole: 'stays',
  ChatGroup: 'stays',
  GroupMember: 'stays',
  Town: 'stays',
  // The groups that the channel knows are asked about again; what hangs on a wall leads on.
  ChannelGroup: 'stays',
  ExternalScene: 'stays',
  VillageCode: 'stays',
  ChannelErrand: 'stays',
  ChannelCursor: 'stays',
  ChannelAnswer: 'stays',
  ChannelState: 'stays',
  ChannelGap: 'stays',
  Bucket: 'stays',
  Lease: 'stays',
  BackupRun: 'stays',
  ProductClock: 'stays',
  DataKey: 'stays',
}

/** A real township that carries the sample's id takes its place; all that was said and done in play goes with the sample. */
export async function retireTown(tx: Transaction, id: string): Promise<void> {
  await tx.$executeRaw`SELECT set_config('shuoshi.retire_sample', 'on', true)`
  for (const table of keysOf(ENDS))
    if (ENDS[table] === 'of-town') await tx.$executeRawUnsafe(`DELETE FROM "${table}" WHERE "townId" = $1`, id)
  await tx.channelGroup.updateMany({ where: { townId: id }, data: { groupId: null, state: 'asked' } })
}
