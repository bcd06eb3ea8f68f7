import { dayNumber, momentAt } from '../domain/moments.ts'
import { storable } from '../domain/storable.ts'
import type { ModelCalls } from '../ports/model-calls.ts'
import type { Transaction } from './transaction.ts'

const WAITS = 'asked'

/** The day of Asia/Shanghai that the moment lies in. */
const startOfDay = (now: Date): Date => momentAt(dayNumber(now), 0)

export function modelCallsOf(tx: Transaction, town: string, now: Date): ModelCalls {
  const today = { townId: town, askedAt: { gte: startOfDay(now) }, outcome: { not: { startsWith: 'over' } } }
  return {
    async beginCall({ id, person, asked }, budget) {
      // One counts at a time, in whichever process: two must not both be the last.
      await tx.$queryRaw`SELECT 1 AS locked FROM pg_advisory_xact_lock(hashtextextended(${`model:${town}`}, 0))`
      const over =
        (await tx.modelCall.count({ where: today })) >= budget.perDay
          ? 'over the budget of the day'
          : (await tx.modelCall.count({ where: { ...today, personId: person } })) >= budget.perPerson
            ? 'over the budget of the person'
            : null
      const data = { townId: town, id, personId: person, asked, askedAt: now, outcome: over ?? WAITS }
      const { count } = await tx.modelCall.createMany({ data: [data], skipDuplicates: true })
      return count === 0 ? 'asked before' : (over ?? 'begun')
    },
    callWaits: async (id) => (await tx.modelCall.count({ where: { townId: town, id, outcome: WAITS } })) > 0,
    async endCall(id, outcome, judgement) {
      await tx.modelCall.update({
        where: { townId_id: { townId: town, id } },
        data: { answeredAt: now, outcome, ...(judgement && { judgement: storable(judgement) }) },
      })
    },
  }
}
