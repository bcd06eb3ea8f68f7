import { DAY_MS, earlier } from '../../domain/durations.ts'
import type { RetentionKind } from '../../domain/retention.ts'
import type { Night } from './night.ts'

/** What a night has looked at is looked at again for so long: a line may come away from its matter. */
const AGAIN_MS = 62 * DAY_MS

type Asked = Pick<Night, 'town' | 'before' | 'now'> & { kind: RetentionKind }

/** From when on something of this kind may be left: nights before have seen what is older, and it is not gone through every night of all years. */
export async function seenSince(tx: Night['tx'], { town, kind, before, now }: Asked): Promise<Date> {
  const last = await tx.retentionRun.findUnique({ where: { townId_kind: { townId: town, kind } }, select: { at: true } })
  return last ? earlier(last.at, now.getTime() - before.getTime() + AGAIN_MS) : new Date(0)
}
