import { z } from 'zod'
import { toldHash } from '../kept-hash.ts'
import type { Transaction } from '../transaction.ts'

/** The history of an erasure itself: what it left of the lines it touched. A line that only says it was erased is not among them. */
export const markOf = (erasure: string): string => `erasure:${erasure}`
const Marks = z.object({ left: z.array(z.string()) })

interface KeptHashes {
  hash: Uint8Array
  erasedBy: string | null
  leftHash: Uint8Array | null
}
type Told<Line> = Omit<Line, 'hash' | 'leftHash'> & { hash: string; leftHash: string | null; erasedAt: Date | null }

/** Lines as they are kept, with their hashes as they are told, each with the moment of the erasure that answers for it. */
export async function withErasures<Line extends KeptHashes>(
  tx: Pick<Transaction, 'erasure' | 'chronicleLine'>,
  townId: string,
  lines: readonly Line[],
): Promise<Told<Line>[]> {
  const ids = [...new Set(lines.flatMap(({ erasedBy }) => erasedBy ?? []))]
  const moments = ids.length === 0 ? new Map<string, Date>() : await momentsOf(tx, townId, ids)
  return lines.map((line) => {
    const leftHash = line.leftHash && toldHash(line.leftHash)
    return { ...line, hash: toldHash(line.hash), leftHash, erasedAt: moments.get(`${line.erasedBy} ${leftHash}`) ?? null }
  })
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
