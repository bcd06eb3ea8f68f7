import { DAY_MS, earlier } from '../../domain/durations.ts'
import { idleTalkOf } from '../idle-talk.ts'
import type { Night } from './night.ts'

/** What a night has looked at is looked at once more for so long: a line may come away from its matter. */
const AGAIN_MS = 62 * DAY_MS

/** Words in a group that became no matter. What nights before have seen is all of a matter, and is not gone through every night of all years. */
export async function talk({ tx, town, before, now }: Night): Promise<number> {
  const last = await tx.retentionRun.findUnique({ where: { townId_kind: { townId: town, kind: 'talk' } }, select: { at: true } })
  const keptMs = now.getTime() - before.getTime()
  return idleTalkOf(tx, town).forgetTalk(before, last ? earlier(last.at, keptMs + AGAIN_MS) : new Date(0))
}
