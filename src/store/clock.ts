import type { MovableClock } from '../ports/clock.ts'
import type { Database } from './transaction.ts'

/** Real time plus an offset that is kept in the database, so that a moved clock survives a restart. */
export async function openClock(db: Database): Promise<MovableClock> {
  const row = await db.productClock.findUnique({ where: { id: 1 } })
  let offset = Number(row?.offsetMs ?? 0)
  let standing: Date | null = null
  const keep = () =>
    db.productClock.upsert({ where: { id: 1 }, create: { id: 1, offsetMs: BigInt(offset) }, update: { offsetMs: BigInt(offset) } })
  return {
    now: () => standing ?? new Date(Date.now() + offset),
    moved: () => offset !== 0,
    async standAt(moment) {
      standing = moment
      offset = moment.getTime() - Date.now()
      await keep()
    },
    async run() {
      if (standing) offset = standing.getTime() - Date.now()
      standing = null
      await keep()
    },
  }
}
