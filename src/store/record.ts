import { createHash } from 'node:crypto'
import { ECHO_MS, isEar } from '../domain/second-ear.ts'
import type { IncomingMessage, Mark } from '../ports/store.ts'
import { PhotoRefs } from './columns.ts'
import { earsOf } from './ears.ts'
import { type Echo, heardFirst } from './echoes.ts'
import { Prisma } from './generated/client.ts'
import { rowToSeal } from './sealing/door.ts'
import type { Database, Transaction } from './transaction.ts'

const OPTIONS = { maxWait: 20_000, timeout: 60_000 }

const hashOf = (what: Uint8Array | string): string => createHash('sha256').update(what).digest('hex').slice(0, 32)

/** Its pictures by reference; those that the platform still keeps stand among them. */
const photosOf = (m: IncomingMessage) => [
  ...m.photos.map((p) => ({ id: hashOf(p.bytes), name: p.name })),
  ...(m.wanted ?? []).map((file) => ({ id: hashOf(file), name: m.id })),
]

/**
 * Messages that arrived together, in one transaction with how far was read; one that was seen before is the same message, and so is one
 * that another ear has told of. Durable when it returns.
 */
export async function recordMessages(db: Database, messages: readonly IncomingMessage[], mark?: Mark & { town: string }): Promise<void> {
  const left = mark ? messages : await leftOf(db, messages)
  if (left.length > 0 || mark) await recordCarefully(db, left, mark)
}

const isBare = (m: IncomingMessage): boolean => m.photos.length === 0 && !m.voice && !m.wanted?.length

/** Words alone need no transaction of several statements. What may be an echo is left, and so is all where there is more among them than words: their order counts. */
async function leftOf(db: Database, messages: readonly IncomingMessage[]): Promise<readonly IncomingMessage[]> {
  if (!messages.every(isBare)) return messages
  const left: IncomingMessage[] = []
  for (const list of Map.groupBy(messages, (m) => `${m.town} ${m.channel}`).values()) {
    const town = list[0]?.town ?? ''
    const perhaps = await tell(db, town, list, earsOf(town, list))
    left.push(...list.filter((m) => perhaps.has(m.id)))
  }
  return left
}

async function recordCarefully(db: Database, messages: readonly IncomingMessage[], mark?: Mark & { town: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    for (const [town, list] of Map.groupBy(messages, (m) => m.town)) {
      const { fresh, echoes } = await heardFirst(tx, town, list)
      await keepFiles(tx, town, fresh)
      await writeMessages(tx, town, fresh)
      for (const echo of echoes) await tieEcho(tx, town, echo)
    }
    if (!mark) return
    const { town: townId, name, value } = mark
    await tx.channelCursor.upsert({ where: { townId_name: { townId, name } }, create: { townId, name, value }, update: { value } })
  }, OPTIONS)
}

async function keepFiles(tx: Transaction, townId: string, messages: readonly Pick<IncomingMessage, 'photos' | 'voice'>[]): Promise<void> {
  const photos = messages.flatMap((m) => m.photos.map((p) => ({ townId, id: hashOf(p.bytes), type: p.type, bytes: p.bytes })))
  const voices = messages.flatMap(({ voice }) => (voice ? [{ townId, id: hashOf(voice.bytes), type: voice.type, bytes: voice.bytes }] : []))
  if (photos.length > 0) await tx.photo.createMany({ data: photos, skipDuplicates: true })
  if (voices.length > 0) await tx.voice.createMany({ data: voices, skipDuplicates: true })
}

const rowOf = (m: IncomingMessage) => ({
  ...{ townId: m.town, channel: m.channel, id: m.id, conversation: m.conversation, personId: m.person, text: m.text, quoteId: m.quote },
  ...{ photos: photosOf(m), voice: m.voice ? { id: hashOf(m.voice.bytes), name: m.voice.name } : null, at: m.at },
  ...{ saidAt: isEar(m.channel) ? (m.saidAt ?? m.at) : null, handledAt: m.isLate ? m.at : null },
})

/**
 * In their order and in one journey; what was told before, by this ear or as the echo of another, is there already. Returns the ids of those
 * that another ear may have told of, which are not written: none where `ears` is empty.
 */
async function tell(
  db: Transaction,
  town: string,
  messages: readonly IncomingMessage[],
  ears: readonly string[],
): Promise<ReadonlySet<string>> {
  if (messages.length === 0) return new Set()
  const rows = messages.map((m) => Prisma.sql`${rowToSeal('Message', rowOf(m))}::jsonb`)
  const [told] = await db.$queryRaw<{ perhaps: string[] }[]>`
    SELECT "writeTold"(${town}, ARRAY[${Prisma.join(rows)}], ${[...ears]}, make_interval(secs => ${ECHO_MS / 1000})) AS perhaps`
  return new Set(told?.perhaps)
}

export async function writeMessages(tx: Transaction, townId: string, messages: readonly IncomingMessage[]): Promise<void> {
  await tell(tx, townId, messages, [])
  for (const m of messages) await want(tx, townId, m, m)
}

/** What the platform keeps is fetched once the message that shows it belongs to a matter. */
async function want(tx: Transaction, townId: string, { wanted = [], saidAt, at }: IncomingMessage, shows: { channel: string; id: string }) {
  if (wanted.length === 0) return
  const of = { townId, channel: shows.channel, messageId: shows.id, since: saidAt ?? at }
  await tx.wantedMedia.createMany({ data: wanted.map((fileId) => ({ ...of, id: hashOf(fileId), fileId })), skipDuplicates: true })
}

async function tieEcho(tx: Transaction, townId: string, { echo, of }: Echo): Promise<void> {
  const where = { townId_channel_id: { townId, channel: of.channel, id: of.id } }
  const row = await tx.message.findUniqueOrThrow({ where, select: { seq: true, photos: true } })
  await tx.heardAgain.createMany({ data: [{ townId, channel: echo.channel, id: echo.id, seq: row.seq }], skipDuplicates: true })
  if (of.photos > 0) return fillPhotos(tx, townId, PhotoRefs.parse(row.photos), echo)
  const photos = photosOf(echo)
  if (photos.length === 0) return
  await keepFiles(tx, townId, [{ photos: echo.photos }])
  await tx.message.update({ where, data: { photos } })
  await want(tx, townId, echo, of)
}

/** What the first ear has only the platform's name of, the second has brought: it is that picture, and needs no fetching. */
async function fillPhotos(tx: Transaction, townId: string, refs: readonly { id: string }[], { photos }: IncomingMessage): Promise<void> {
  if (photos.length !== refs.length) return
  const ids = refs.map((r) => r.id)
  const known = await tx.photo.findMany({ where: { townId, id: { in: ids } }, select: { id: true } })
  const has = new Set(known.map((p) => p.id))
  const brought = photos.flatMap(({ type, bytes }, n) => {
    const id = ids[n]
    return id === undefined || has.has(id) ? [] : [{ townId, id, type, bytes }]
  })
  if (brought.length === 0) return
  await tx.photo.createMany({ data: brought, skipDuplicates: true })
  await tx.wantedMedia.deleteMany({ where: { townId, id: { in: brought.map((p) => p.id) } } })
}
