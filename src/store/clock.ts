import type { MovableClock } from '../ports/clock.ts'
import type { Database } from './transaction.ts'

/**
 * Real time plus an offset that is kept in the database, so that a moved clock survives a restart and is the same for every
 * process. It never goes back: of two that move it the later moment holds.
 */
export async function openClock(db: Database): Promise<MovableClock> {
  let offset = 0
  let standing: Date | null = null
  const read = async () => {
    const row = await db.productClock.findUnique({ where: { id: 1 } })
    offset = Number(row?.offsetMs ?? 0)
  }
  const keep = async (moment: Date) => {
    const wanted = BigInt(moment.getTime() - Date.now())
    const [row] = await db.$queryRaw<{ offsetMs: bigint }[]>`
      INSERT INTO "ProductClock" (id, "offsetMs") VALUES (1, ${wanted})
      ON CONFLICT (id) DO UPDATE SET "offsetMs" = greatest("ProductClock"."offsetMs", excluded."offsetMs") RETURNING "offsetMs"`
    offset = Number(row?.offsetMs ?? wanted)
  }
  await read()
  return {
    now: () => standing ?? new Date(Date.now() + offset),
    moved: () => offset !== 0,
    look: () => (standing ? Promise.resolve() : read()),
    async standAt(moment) {
      standing = moment
      await keep(moment)
    },
    async run() {
      if (standing) await keep(standing)
      standing = null
    },
  }
}
