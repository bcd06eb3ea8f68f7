import { PhotoRefs, VoiceRef } from '../columns.ts'
import { Prisma } from '../generated/client.ts'
import type { Transaction } from '../transaction.ts'
import type { Night } from './night.ts'

/** What is left is for the next night. */
const A_NIGHT = 2000

interface Row {
  seq: bigint
  photos: unknown
  voice: unknown
}

/** Photos and recordings of what became no matter. */
export async function media({ tx, town, before }: Night): Promise<number> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT seq, photos, voice FROM "Message" m
    WHERE "townId" = ${town} AND at < ${before} AND "personId" IS NOT NULL AND (photos <> '[]'::jsonb OR voice IS NOT NULL)
      AND cardinality("ticketIds") = 0
      AND NOT EXISTS (SELECT 1 FROM "TicketMessage" t WHERE t."townId" = m."townId" AND t.seq = m.seq)
    ORDER BY seq LIMIT ${A_NIGHT}`
  await emptied(tx, town, rows)
  return rows.length
}

/** These messages lose what they carry, and what no other message carries is gone. */
export async function emptied(tx: Transaction, town: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  const where = { townId: town, seq: { in: rows.map((r) => r.seq) } }
  await tx.message.updateMany({ where, data: { photos: [], voice: Prisma.DbNull } })
  const photos = rows.flatMap((r) => PhotoRefs.parse(r.photos).map((p) => p.id))
  const voices = rows.flatMap((r) => VoiceRef.parse(r.voice)?.id ?? [])
  const still = await tx.$queryRaw<{ id: string }[]>`
    SELECT p->>'id' AS id FROM "Message" m, jsonb_array_elements(m.photos) p
      WHERE m."townId" = ${town} AND m.photos <> '[]'::jsonb AND p->>'id' = ANY(${photos})
    UNION SELECT voice->>'id' FROM "Message" WHERE "townId" = ${town} AND voice->>'id' = ANY(${voices})`
  const carried = new Set(still.map((s) => s.id))
  const gone = (ids: readonly string[]) => ({ where: { townId: town, id: { in: ids.filter((id) => !carried.has(id)) } } })
  await tx.photo.deleteMany(gone(photos))
  await tx.voice.deleteMany(gone(voices))
}
