import { chainHash } from '../../domain/history.ts'
import { storable } from '../../domain/storable.ts'
import type { Chronicle } from '../../ports/chronicle.ts'
import type { Journal } from '../deeds/journal.ts'
import type { Prisma } from '../generated/client.ts'
import type { Transaction } from '../transaction.ts'

export function chronicleOf(tx: Transaction, townId: string, journal?: Journal): Chronicle {
  return {
    async append(subject, events) {
      const last = await tx.chronicleLine.findFirst({ where: { townId, subject }, orderBy: { n: 'desc' } })
      let n = last?.n ?? 0
      let hash = last?.hash ?? ''
      const data = storable(events).map((e) => {
        n += 1
        hash = chainHash(hash, subject, n, e)
        return { townId, subject, n, at: e.at, what: e.what, byId: e.by, note: e.note, data: e.data as Prisma.InputJsonObject, hash }
      })
      await tx.chronicleLine.createMany({ data })
      for (const e of events) journal?.line(subject, e.data)
    },
    async of(subject) {
      const rows = await tx.chronicleLine.findMany({ where: { townId, subject }, orderBy: { n: 'asc' } })
      return rows.map(({ n, at, what, byId, note, data, hash }) => ({
        n,
        at,
        what,
        by: byId,
        note,
        data: data as Record<string, unknown>,
        hash,
      }))
    },
  }
}
