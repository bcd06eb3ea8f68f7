import type { Journal } from '../../store/deeds/journal.ts'
import type { Transaction } from '../../store/transaction.ts'
import type { AlarmAnswers } from './desk.ts'
import type { AlarmAnswer } from './facts.ts'

/** Every household of a township, and its keepers. */
const MANY = 20_000

export function alarmAnswersOf(tx: Transaction, townId: string, now: Date, journal: Journal): AlarmAnswers {
  return {
    async add(alarmId, { who, how }, personId) {
      return journal.watch('AlarmAnswer', [{ alarmId, who }], async () => {
        const { count } = await tx.alarmAnswer.createMany({
          data: [{ townId, alarmId, who, how, personId, at: now }],
          skipDuplicates: true,
        })
        if (count === 1) return true
        // Given, taken back, and now given again.
        const again = { where: { townId, alarmId, who, undoneAt: { not: null } }, data: { how, personId, at: now, undoneAt: null } }
        return (await tx.alarmAnswer.updateMany(again)).count === 1
      })
    },
    async of(alarmId) {
      const rows = await tx.alarmAnswer.findMany({ where: { townId, alarmId, undoneAt: null }, take: MANY })
      return rows.map((r): AlarmAnswer => ({ who: r.who, how: r.how === 'keeper' ? 'keeper' : 'self' }))
    },
    countBy: (personId) => tx.alarmAnswer.count({ where: { townId, personId, undoneAt: null } }),
  }
}
