import { type Bucket, emptied, type Level, takeToken } from '../domain/bucket.ts'
import type { Outbox } from '../ports/outbox.ts'
import type { Database, Transaction } from './transaction.ts'

/** The levels of these buckets, ours alone until the transaction ends; always in the order of their names, so that nobody waits in a ring. */
async function levelsOf(tx: Transaction, buckets: readonly Bucket[], now: Date): Promise<Map<string, Level>> {
  const rows = await tx.$queryRaw<({ name: string } & Level)[]>`
    INSERT INTO "Bucket" (name, tokens, at)
    SELECT b.name, b.burst, ${now} FROM unnest(${buckets.map((b) => b.name)}::text[], ${buckets.map((b) => b.burst)}::float[]) AS b (name, burst) ORDER BY b.name
    ON CONFLICT (name) DO UPDATE SET name = excluded.name
    RETURNING name, tokens, at`
  return new Map(rows.map((r) => [r.name, r]))
}

const write = (tx: Transaction, levels: readonly { name: string; level: Level }[]): Promise<number> => tx.$executeRaw`
  UPDATE "Bucket" b SET tokens = n.tokens, at = n.at
  FROM unnest(${levels.map((l) => l.name)}::text[], ${levels.map((l) => l.level.tokens)}::float[], ${levels.map((l) => l.level.at)}::timestamptz[]) AS n (name, tokens, at)
  WHERE b.name = n.name`

/** A busy machine is no reason to give up a rate. */
const OPTIONS = { maxWait: 20_000, timeout: 60_000 }

export const bucketsOf = (db: Database): Pick<Outbox, 'take' | 'empty'> => ({
  take: (buckets, now) =>
    buckets.length === 0
      ? Promise.resolve({ taken: true })
      : db.$transaction(async (tx) => {
          const levels = await levelsOf(tx, buckets, now)
          const taken = buckets.map((b) => ({ name: b.name, result: takeToken(b, levels.get(b.name) ?? null, now) }))
          const waits = taken.flatMap(({ result }) => ('waitUntil' in result ? [result.waitUntil.getTime()] : []))
          if (waits.length > 0) return { waitUntil: new Date(Math.max(...waits)) }
          await write(
            tx,
            taken.flatMap(({ name, result }) => ('level' in result ? [{ name, level: result.level }] : [])),
          )
          return { taken: true }
        }, OPTIONS),
  async empty(buckets, now, seconds) {
    if (buckets.length === 0) return
    await db.$transaction(async (tx) => {
      await levelsOf(tx, buckets, now)
      await write(
        tx,
        buckets.map((b) => ({ name: b.name, level: emptied(b, now, seconds) })),
      )
    }, OPTIONS)
  },
})
