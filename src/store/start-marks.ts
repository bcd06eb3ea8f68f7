import { z } from 'zod'
import { START_MARKS, type StartMark } from '../ports/operations.ts'
import type { Database } from './transaction.ts'

const Marks = z.array(z.enum(START_MARKS))

/** Which first steps somebody has said to be done. */
export const startMarksOf = async (db: Database, townId: string): Promise<StartMark[]> =>
  Marks.parse((await db.startMark.findMany({ where: { townId } })).map((m) => m.step))

/** The first time counts. */
export async function markStart(db: Database, townId: string, step: StartMark, at: Date): Promise<void> {
  await db.startMark.createMany({ data: [{ townId, step, at }], skipDuplicates: true })
}
