import { CHANNEL_KINDS, type ChannelName } from '../domain/capability.ts'
import { later } from '../domain/durations.ts'
import { FILE_TYPE, readWanted } from '../domain/file-wanted.ts'
import { BOT_CHANNEL, inRef } from '../domain/message-ref.ts'
import { groupIn } from '../domain/notice.ts'
import { asSeen, type Picture } from '../domain/picture.ts'
import { whoseId } from '../domain/whose-id.ts'
import type { MakeFile } from '../ports/files.ts'
import type { ClaimedPost, Outbox } from '../ports/outbox.ts'
import { bucketsOf } from './buckets.ts'
import { COLUMNS } from './columns.ts'
import { type DeskOutfit, deskIn } from './desk.ts'
import type { Post } from './generated/client.ts'
import type { Sealer } from './seal.ts'
import { speechOf } from './speech.ts'
import type { Database } from './transaction.ts'

interface Needs {
  outfit: DeskOutfit
  seal: Sealer
  /** A picture of ours as PNG. */
  draw(picture: Picture): Promise<Uint8Array>
  /** A file as it stands now, or what is said instead of it. */
  make: MakeFile
}

/** Most posts are settled without a desk. */
function oncePromised<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

export function createOutbox(db: Database, { outfit, seal, draw, make }: Needs): Outbox {
  return {
    ...bucketsOf(db),
    async claim(channel, limit, now, holdMs) {
      // One step along the index for each conversation that has something to send, however long its queue is.
      const rows = await db.$queryRaw<Post[]>`
        WITH RECURSIVE head AS (
          (SELECT "townId", conversation, seq FROM "Post" WHERE state IN ('waiting', 'sending') ORDER BY "townId", conversation, seq LIMIT 1)
          UNION ALL
          SELECT n.* FROM head h CROSS JOIN LATERAL (
            SELECT "townId", conversation, seq FROM "Post"
            WHERE state IN ('waiting', 'sending') AND ("townId", conversation) > (h."townId", h.conversation)
            ORDER BY "townId", conversation, seq LIMIT 1) n
        ), due AS (
          SELECT p."townId", p.id FROM head h JOIN "Post" p ON p."townId" = h."townId" AND p.conversation = h.conversation AND p.seq = h.seq
          WHERE p.state = 'waiting' AND p.channel = ${channel} AND p."retryAt" <= ${now}
          ORDER BY p.seq LIMIT ${limit} FOR UPDATE OF p SKIP LOCKED
        )
        UPDATE "Post" p SET state = 'sending', attempts = p.attempts + 1, "heldUntil" = ${later(now, holdMs)}
        FROM due WHERE p."townId" = due."townId" AND p.id = due.id RETURNING p.*`
      return Promise.all(rows.map((row) => claimedFrom(db, channel, row, { seal, draw, make })))
    },
    async requeueHeld(channels, now) {
      await db.post.updateMany({
        where: { state: 'sending', heldUntil: { lt: now }, channel: { in: [...channels] } },
        data: { state: 'waiting', heldUntil: null, retryAt: now, doubt: true },
      })
    },
    async held(now) {
      const rows = await db.post.findMany({
        where: { state: 'sending', heldUntil: { lt: now } },
        select: { townId: true, id: true },
        take: 100,
      })
      return rows.map((r) => ({ town: r.townId, id: r.id }))
    },
    within: (town, now, run) =>
      db.$transaction(
        (tx) => {
          const desk = oncePromised(() => deskIn(tx, town, now, outfit))
          return run(speechOf(tx, town, now, desk))
        },
        { maxWait: 20_000, timeout: 60_000 },
      ),
  }
}

/** What the channel is handed: the picture's bytes, the key in plain, people and quotes by the channel's own ids. */
async function claimedFrom(
  db: Database,
  channel: ChannelName,
  row: Post,
  { seal, draw, make }: Pick<Needs, 'seal' | 'draw' | 'make'>,
): Promise<ClaimedPost> {
  const { townId, externalId } = row
  const attached = row.photoId ? await attachedOf(db, townId, row.photoId, { draw, make }) : NOTHING
  const group = groupIn(row.conversation) !== null
  const known = group ? await db.channelGroup.findUnique({ where: { townId_channel_externalId: { townId, channel, externalId } } }) : null
  const mentions = known?.mentions ? row.mentions : []
  const ids = await externalIds(db, townId, channel, [...mentions, ...(known?.ownerId ? [known.ownerId] : [])])
  return {
    town: townId,
    channel,
    attempts: row.attempts,
    expiresAt: row.expiresAt,
    writtenAt: row.writtenAt,
    post: {
      id: row.id,
      to: group ? 'group' : 'person',
      externalId,
      secret: known?.secret ? seal.open(known.secret) : null,
      text: row.text,
      ...attached,
      mentions: mentions.flatMap((person) => ids.get(person) ?? []),
      quote: row.quoteId ? await externalQuote(db, row, channel) : null,
      by: (known?.ownerId && ids.get(known.ownerId)) || null,
      perMinute: known?.perMinute ?? null,
    },
  }
}

type Attachment = Pick<ClaimedPost['post'], 'picture' | 'file'> & { text?: string }
const NOTHING: Attachment = { picture: null, file: null }

/** A photo's bytes; a picture of ours is drawn now, and a file made, unless its reader may no longer have it. */
async function attachedOf(db: Database, townId: string, id: string, { draw, make }: Pick<Needs, 'draw' | 'make'>): Promise<Attachment> {
  const kept = await db.photo.findUnique({ where: { townId_id: { townId, id } } })
  if (!kept) return NOTHING
  if (kept.type === FILE_TYPE) {
    const made = await make(townId, readWanted(kept.bytes))
    return 'instead' in made ? { ...NOTHING, text: made.instead } : { ...NOTHING, file: made.file }
  }
  return { ...NOTHING, picture: { name: id, ...(await asSeen(kept, draw)) } }
}

/** What this channel, or another of its realm, calls these people. */
async function externalIds(db: Database, townId: string, channel: ChannelName, people: readonly string[]): Promise<Map<string, string>> {
  if (people.length === 0) return new Map()
  const { realm } = CHANNEL_KINDS[channel]
  const rows = await db.identity.findMany({ where: { townId, personId: { in: [...people] }, gone: null }, orderBy: { heardAt: 'asc' } })
  return new Map(
    rows
      .filter((r) => whoseId(COLUMNS.Identity.channel.parse(r.channel), r.externalId).realm === realm)
      .map((r) => [r.personId, r.externalId]),
  )
}

/** A message of ours is known by what the platform called it when it was sent, one that was heard by its own id. */
async function externalQuote(db: Database, row: Post, channel: ChannelName): Promise<string | null> {
  const quoted = inRef(row.quoteId ?? '')
  // Another channel's id means nothing here, or something else.
  if (quoted.channel !== BOT_CHANNEL) return quoted.channel === channel ? quoted.id : null
  const said = await db.post.findFirst({
    where: { townId: row.townId, channel, messageId: quoted.id, sentId: { not: null } },
    orderBy: { part: 'asc' },
  })
  return said?.sentId ?? null
}
