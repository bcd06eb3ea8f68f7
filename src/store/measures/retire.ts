import type { Transaction } from '../transaction.ts'

/** What the measures wrote about a sample township goes with it when a real one takes its place. */
export async function retireMeasures(tx: Transaction, townId: string): Promise<void> {
  const where = { townId }
  await tx.chronicleLine.deleteMany({ where })
  await tx.bulletinItem.deleteMany({ where })
  await tx.measureCase.deleteMany({ where })
  await tx.caseCounter.deleteMany({ where })
  await tx.enforcementFigure.deleteMany({ where })
  await tx.spiritPlan.deleteMany({ where })
}
