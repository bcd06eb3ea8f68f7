import type { Journal } from '../../store/deeds/journal.ts'
import { recordFrom } from '../../store/team-sheets.ts'
import type { Transaction } from '../../store/transaction.ts'
import type { Team } from './desk.ts'

const MANY = 20_000

export function teamOf(tx: Transaction, townId: string, now: Date, journal: Journal): Team {
  return {
    async setStaff({ person, ...s }) {
      const where = { townId_personId: { townId, personId: person } }
      const last = await tx.staffEntry.aggregate({ where: { townId }, _max: { position: true } })
      const position = (last._max.position ?? 0) + 1
      await journal.watch('StaffEntry', [{ personId: person }], () =>
        tx.staffEntry.upsert({ where, create: { townId, personId: person, ...s, position }, update: s }),
      )
      await tx.town.update({ where: { id: townId }, data: { rosterVersion: { increment: 1 } } })
    },
    async addRecords(records, by) {
      const data = records.map(({ person, ...r }) => ({ townId, ...r, personId: person, byId: by, at: now }))
      const keys = data.map(({ personId, kind, day, title }) => ({ personId, kind, day, title }))
      return journal.watch('TeamRecord', keys, async () => {
        const again = await tx.teamRecord.findMany({ where: { townId, undoneAt: { not: null }, OR: keys } })
        // Written, taken back, and now written again.
        await tx.teamRecord.updateMany({
          where: { townId, undoneAt: { not: null }, OR: keys },
          data: { undoneAt: null, byId: by, at: now },
        })
        const rows = await tx.teamRecord.createManyAndReturn({ data, skipDuplicates: true })
        return [...rows, ...again].map(recordFrom)
      })
    },
    async recordsOf(personId, limit) {
      const rows = await tx.teamRecord.findMany({
        where: { townId, personId, undoneAt: null },
        orderBy: [{ day: 'desc' }, { kind: 'asc' }],
        take: limit,
      })
      return rows.map(recordFrom)
    },
    countBy: (byId) => tx.teamRecord.count({ where: { townId, byId, undoneAt: null } }),
    async between(from, to) {
      const where = { townId, day: { gte: from, lte: to }, undoneAt: null }
      const rows = await tx.teamRecord.findMany({ where, orderBy: [{ day: 'asc' }, { title: 'asc' }, { personId: 'asc' }], take: MANY })
      return rows.map(recordFrom)
    },
  }
}
