import { SpiritText } from '../../measures/spirit/facts.ts'
import type { Chronicle } from '../../ports/chronicle.ts'
import type { Spirit } from '../../ports/spirit.ts'
import type { Journal } from '../deeds/journal.ts'
import type { Transaction } from '../transaction.ts'
import { casesOf } from './cases.ts'

export function spiritOf(tx: Transaction, townId: string, chronicle: Chronicle, journal: Journal): Spirit {
  return {
    ...casesOf(tx, townId, { measure: 'spirit', shape: SpiritText }, chronicle, journal),
    async plan() {
      const row = await tx.spiritPlan.findUnique({ where: { townId } })
      return { everyDays: row ? row.everyDays : null }
    },
    async setPlan({ everyDays }) {
      await journal.watch('SpiritPlan', [{ townId }], () =>
        tx.spiritPlan.upsert({ where: { townId }, create: { townId, everyDays }, update: { everyDays } }),
      )
    },
  }
}
