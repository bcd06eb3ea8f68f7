import { createHash } from 'node:crypto'
import type { IncomingMessage } from '../ports/store.ts'
import type { Database } from './transaction.ts'

const idOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 32)

/** Messages that arrived together, in one insert; one that was seen before is the same message. Durable when it returns. */
export async function recordMessages(db: Database, messages: readonly IncomingMessage[]): Promise<void> {
  const photos = messages.flatMap((m) => m.photos.map((p) => ({ townId: m.town, id: idOf(p.bytes), type: p.type, bytes: p.bytes })))
  const voices = messages.flatMap((m) =>
    m.voice ? [{ townId: m.town, id: idOf(m.voice.bytes), type: m.voice.type, bytes: m.voice.bytes }] : [],
  )
  if (photos.length > 0) await db.photo.createMany({ data: photos, skipDuplicates: true })
  if (voices.length > 0) await db.voice.createMany({ data: voices, skipDuplicates: true })
  await db.message.createMany({
    data: messages.map((m) => ({
      townId: m.town,
      channel: m.channel,
      id: m.id,
      conversation: m.conversation,
      personId: m.person,
      text: m.text,
      quoteId: m.quote,
      photos: m.photos.map((p) => ({ id: idOf(p.bytes), name: p.name })),
      ...(m.voice && { voice: { id: idOf(m.voice.bytes), name: m.voice.name } }),
      at: m.at,
    })),
    skipDuplicates: true,
  })
}
