import type { CountedCode } from '../../domain/enforcement.ts'
import type { Enforcement } from '../../ports/enforcement.ts'
import type { Transaction } from '../transaction.ts'

export function enforcementOf(tx: Transaction, townId: string, now: Date): Enforcement {
  return {
    async record(figures, byId) {
      await tx.enforcementFigure.createMany({ data: figures.map((f) => ({ townId, ...f, byId, at: now })) })
    },
    async between(first, last) {
      const rows = await tx.enforcementFigure.findMany({
        where: { townId, month: { gte: first, lte: last } },
        orderBy: { seq: 'desc' },
        distinct: ['code', 'month'],
      })
      return rows.map(({ code, month, count }) => ({ code: code as CountedCode, month, count }))
    },
  }
}
