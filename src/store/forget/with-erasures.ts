import { z } from 'zod'
import type { Transaction } from '../transaction.ts'

/** The history of an erasure itself: what it left of the lines it touched. A line that only says it was erased is not among them. */
export const markOf = (erasure: string): string => `erasure:${erasure}`
const Marks = z.object({ left: z.array(z.string()) })

/** Lines as they are kept, each with the moment of the erasure that answers for it. */
export async function withErasures<Line extends { erasedBy: string | null; leftHash: string | null }>(
  tx: Pick<Transaction, 'erasure' | 'chronicleLine'>,
  townId: string,
  lines: readonly Line[],
): Promise<(Line & { erasedAt: Date | null })[]> {
  const ids = [...new Set(lines.flatMap(({ erasedBy }) => erasedBy ?? []))]
  const moments = ids.length === 0 ? new Map<string, Date>() : await momentsOf(tx, townId, ids)
  return lines.map((line) => ({ ...line, erasedAt: moments.get(`${line.erasedBy} ${line.leftHash}`) ?? null }))
}

async function momentsOf(tx: Pick<Transaction, 'erasure' | 'chronicleLine'>, townId: string, ids: string[]): Promise<Map<string, Date>> {
  const erasures = await tx.erasure.findMany({ where: { townId, id: { in: ids } }, select: { id: true, at: true } })
  const marks = await tx.chronicleLine.findMany({ where: { townId, subject: { in: ids.map(markOf) } } })
  const moments = new Map<string, Date>()
  for (const { id, at } of erasures)
    for (const mark of marks) {
      if (mark.subject !== markOf(id) || mark.at.getTime() !== at.getTime()) continue
      for (const hash of Marks.safeParse(mark.data).data?.left ?? []) moments.set(`${id} ${hash}`, at)
    }
  return moments
}
