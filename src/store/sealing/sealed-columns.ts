import type { Prisma } from '../generated/client.ts'

/**
 * How a column is kept.
 * `text`, `json`, `bytes`: sealed as a whole. `leaves`: JSON whose shape, ids and days stay readable to SQL, and whose words are sealed
 * one by one. `secret`: closed and opened by whoever uses it, so that no row ever shows it. `plain`: as it is.
 */
export type Keeping = 'text' | 'json' | 'leaves' | 'bytes' | 'secret' | 'plain'

type Scalars<M extends Prisma.ModelName> = Prisma.TypeMap['model'][M]['payload']['scalars']
type IsWords<T> = string extends NonNullable<T> ? true : NonNullable<T> extends Uint8Array ? true : false
/** Every column that could hold words, but for ids: a new one does not compile before it was decided on. */
type WordColumn<M extends Prisma.ModelName> = {
  [C in keyof Scalars<M> & string]: C extends 'id' | `${string}Id` ? never : IsWords<Scalars<M>[C]> extends true ? C : never
}[keyof Scalars<M> & string]

/**
 * What people said or wrote and what tells who somebody is are sealed with a key that lies outside of the database. Plain are what the
 * product itself writes (states, moments, kinds), what is public (places, duties, offices), names, by which people are found, and what
 * is kept as a hash.
 */
const SEALED_COLUMNS: { readonly [M in Prisma.ModelName]: Readonly<Record<WordColumn<M>, Keeping>> } = {
  Town: { name: 'plain' },
  ProductClock: {},
  GridNode: { level: 'plain', name: 'plain', short: 'plain' },
  Household: {},
  // A telephone is found by its mark.
  Person: { name: 'plain', phone: 'text', phoneMark: 'plain' },
  PersonRole: { role: 'plain' },
  ChatGroup: { name: 'plain', kind: 'plain' },
  // Figures without anybody's words.
  Trial: { figures: 'plain' },
  GroupMember: {},
  DutyLine: { code: 'plain', line: 'plain' },
  Leave: { until: 'plain' },
  Message: { channel: 'plain', conversation: 'plain', text: 'text', photos: 'leaves', voice: 'leaves' },
  Photo: { type: 'plain', bytes: 'bytes' },
  Voice: { type: 'plain', bytes: 'bytes' },
  Report: { conversation: 'plain', judgement: 'json', outcome: 'plain', would: 'plain' },
  TicketCounter: {},
  MonthSum: { month: 'plain', kind: 'plain' },
  DutySum: { year: 'plain', duty: 'plain' },
  Ticket: {
    ...{ label: 'plain', kind: 'plain', duty: 'plain', source: 'plain', stage: 'plain', status: 'plain', mode: 'plain' },
    ...{ danger: 'plain', sensitivity: 'plain', satisfaction: 'plain', throughVia: 'plain', mergedInto: 'plain' },
    // Found by their marks.
    ...{ title: 'text', text: 'text', resolution: 'text', waitingReason: 'text', throughName: 'text' },
    extensionAsked: 'leaves',
  },
  TicketEvent: { what: 'plain', note: 'text', data: 'leaves', hash: 'plain', erasedBy: 'plain', leftHash: 'plain' },
  HistoryHead: { log: 'plain', subject: 'plain', hash: 'plain' },
  BackupRun: { name: 'plain', dir: 'plain', why: 'plain', trialWhy: 'plain' },
  Erasure: { whom: 'plain', wish: 'plain', gone: 'plain' },
  RetentionRun: { kind: 'plain' },
  TicketMessage: {},
  Follower: { household: 'plain', via: 'plain' },
  Question: { what: 'plain', data: 'json' },
  Act: { words: 'text', deed: 'json' },
  Notice: {
    ...{ key: 'plain', conversation: 'plain', occasion: 'plain', aside: 'plain', state: 'plain', why: 'plain', onPage: 'plain' },
    ...{ text: 'text', brief: 'text', photos: 'leaves' },
  },
  Due: { key: 'plain', job: 'plain', data: 'leaves', outcome: 'plain' },
  ChannelGroup: {
    ...{ channel: 'plain', name: 'plain', hears: 'plain', posts: 'plain', state: 'plain', why: 'plain' },
    secret: 'secret',
  },
  Identity: { channel: 'plain', tiedBy: 'plain', gone: 'plain' },
  Post: { conversation: 'plain', channel: 'plain', text: 'text', state: 'plain', why: 'plain' },
  Bucket: { name: 'plain' },
  ChannelState: { channel: 'plain', why: 'plain', qr: 'plain' },
  ChannelGap: { channel: 'plain', why: 'plain' },
  Lease: { name: 'plain', holder: 'plain' },
  ModelCall: { asked: 'plain', judgement: 'json', outcome: 'plain' },
  Example: { text: 'text', kind: 'plain', duty: 'plain', source: 'plain', rank: 'plain' },
  TrainedModel: { version: 'plain', scores: 'plain', state: 'plain', weights: 'bytes' },
  ChannelErrand: { key: 'plain', what: 'plain', body: 'json', why: 'plain' },
  ChannelCursor: { name: 'plain', value: 'plain' },
  ChannelAnswer: { channel: 'plain', place: 'plain', handle: 'secret' },
  ExternalScene: { scene: 'plain' },
  ResidentOrder: { status: 'plain' },
  VillageCode: { code: 'plain' },
  Slip: { code: 'plain', key: 'plain', throughName: 'text' },
  ChronicleLine: { subject: 'plain', what: 'plain', note: 'text', data: 'leaves', hash: 'plain', erasedBy: 'plain', leftHash: 'plain' },
  BulletinItem: {
    ...{ occasion: 'plain', fromDay: 'plain', untilDay: 'plain', pictureName: 'plain', state: 'plain', toldOn: 'plain', why: 'plain' },
    ...{ text: 'text', picture: 'json' },
  },
  MeasureCase: { measure: 'plain', status: 'plain', day: 'plain', whole: 'leaves' },
  CaseCounter: { measure: 'plain' },
  Venue: { name: 'plain', address: 'plain' },
  StaffEntry: { post: 'plain', education: 'plain', since: 'plain', how: 'plain' },
  // A training's title is a part of what finds it.
  TeamRecord: { kind: 'plain', day: 'plain', title: 'plain', basis: 'text' },
  AlarmAnswer: { who: 'plain', how: 'plain' },
  ScreenLink: { token: 'plain' },
  OfficeLink: { hash: 'plain', path: 'plain' },
  OfficeSession: { hash: 'plain' },
  ApiKey: { name: 'plain', hash: 'plain', mark: 'plain' },
  ApiSubmission: { token: 'plain', reference: 'plain', service: 'plain' },
  Webhook: { url: 'plain', secret: 'secret' },
  WebhookDelivery: { event: 'plain', state: 'plain', why: 'plain' },
  StartMark: { step: 'plain' },
  HeardAgain: { channel: 'plain' },
  WantedMedia: { channel: 'plain' },
  DataKey: { use: 'plain', wrapped: 'plain' },
}

/** A column by which a sealed one is found: the marks of its words, or of the whole. */
export const MARKED = {
  Person: { phoneMark: { of: ['phone'], by: 'whole' } },
  Ticket: {
    wordMarks: { of: ['title', 'text', 'resolution', 'waitingReason'], by: 'words' },
    throughMarks: { of: ['throughName'], by: 'words' },
  },
} as const satisfies { readonly [M in Prisma.ModelName]?: Readonly<Record<string, { of: readonly string[]; by: 'whole' | 'words' }>> }

/** The sealed columns of each table that has some. */
const OF_TABLE: ReadonlyMap<string, ReadonlyMap<string, Keeping>> = new Map(
  Object.entries(SEALED_COLUMNS).flatMap(([table, columns]): [string, Map<string, Keeping>][] => {
    const kept = new Map(Object.entries(columns).filter(([, keeping]) => keeping !== 'plain'))
    return kept.size > 0 ? [[table, kept]] : []
  }),
)
export const sealedTables = (): readonly string[] => [...OF_TABLE.keys()]
export const sealedColumnsOf = (table: string): ReadonlyMap<string, Keeping> | undefined => OF_TABLE.get(table)
