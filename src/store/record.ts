import { createHash } from 'node:crypto'
import type { IncomingMessage } from '../ports/store.ts'
import type { Database } from './transaction.ts'

const photoId = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 32)

/** Messages that arrived together, in one insert; one that was seen before is the same message. Durable when it returns. */
export async function recordMessages(db: Database, messages: readonly IncomingMessage[]): Promise<void> {
  const photos = messages.flatMap((m) => m.photos.map((p) => ({ townId: m.town, id: photoId(p.bytes), type: p.type, bytes: p.bytes })))
  if (photos.length > 0) await db.photo.createMany({ data: photos, skipDuplicates: true })
  await db.message.createMany({
    data: messages.map((m) => ({
      townId: m.town,
      channel: m.channel,
      id: m.id,
      conversation: m.conversation,
      personId: m.person,
      text: m.text,
      quoteId: m.quote,
      photos: m.photos.map((p) => ({ id: photoId(p.bytes), name: p.name })),
      at: m.at,
    })),
    skipDuplicates: true,
  })
}
