import type { Enforcement } from '../../measures/enforcement/desk.ts'
import type { CountedCode } from '../../measures/enforcement/facts.ts'
import type { Journal } from '../deeds/journal.ts'
import type { Transaction } from '../transaction.ts'

export function enforcementOf(tx: Transaction, townId: string, now: Date, journal: Journal): Enforcement {
  return {
    async record(figures, byId) {
      const data = figures.map((f) => ({ townId, ...f, byId, at: now }))
      await journal.watch(
        'EnforcementFigure',
        (rows) => rows.map((r) => ({ seq: Number(r.seq) })),
        () => tx.enforcementFigure.createManyAndReturn({ data }),
      )
    },
    async between(first, last) {
      const rows = await tx.enforcementFigure.findMany({
        where: { townId, month: { gte: first, lte: last }, undoneAt: null },
        orderBy: { seq: 'desc' },
        distinct: ['code', 'month'],
      })
      return rows.map(({ code, month, count }) => ({ code: code as CountedCode, month, count }))
    },
  }
}
