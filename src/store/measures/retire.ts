import type { Transaction } from '../transaction.ts'

/** What the measures wrote about a sample township goes with it when a real one takes its place. */
export async function retireMeasures(tx: Transaction, townId: string): Promise<void> {
  const where = { townId }
  // The real list is no change of the sample's, and begins its own history.
  await tx.dutyLine.deleteMany({ where })
  await tx.chronicleLine.deleteMany({ where })
  await tx.bulletinItem.deleteMany({ where })
  await tx.measureCase.deleteMany({ where })
  await tx.caseCounter.deleteMany({ where })
  await tx.alarmAnswer.deleteMany({ where })
  await tx.teamRecord.deleteMany({ where })
  await tx.staffEntry.deleteMany({ where })
  await tx.venue.deleteMany({ where })
}
