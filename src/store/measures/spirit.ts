import { SpiritText } from '../../domain/spirit.ts'
import type { Chronicle } from '../../ports/chronicle.ts'
import type { Spirit } from '../../ports/spirit.ts'
import type { Transaction } from '../transaction.ts'
import { casesOf } from './cases.ts'

export function spiritOf(tx: Transaction, townId: string, chronicle: Chronicle): Spirit {
  return {
    ...casesOf(tx, townId, 'spirit', SpiritText, chronicle),
    async plan() {
      const row = await tx.spiritPlan.findUnique({ where: { townId } })
      return { everyDays: row ? row.everyDays : null }
    },
    async setPlan({ everyDays }) {
      await tx.spiritPlan.upsert({ where: { townId }, create: { townId, everyDays }, update: { everyDays } })
    },
  }
}
