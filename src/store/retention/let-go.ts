import type { RetentionKind } from '../../domain/retention.ts'
import type { Retention } from '../../ports/retention.ts'
import type { Transaction } from '../transaction.ts'
import { judgements } from './judgements.ts'
import { media } from './media.ts'
import type { Night } from './night.ts'
import { oldMatters } from './old-matters.ts'
import { talk } from './talk.ts'
import { chats, notices, slips } from './words.ts'
import { work } from './work.ts'

/** What goes of each kind; a kind that is not said here does not compile. */
const TAKE: Record<RetentionKind, (night: Night) => Promise<number>> = {
  talk,
  media,
  chats,
  notices,
  async questions({ tx, town: townId, before }) {
    const over = { OR: [{ answeredAt: { lt: before } }, { expiresAt: { lt: before } }] }
    const asked = await tx.question.deleteMany({ where: { townId, ...over } })
    return asked.count + (await tx.act.deleteMany({ where: { townId, at: { lt: before } } })).count
  },
  models: judgements,
  async sessions({ tx, town: townId, before }) {
    const links = await tx.officeLink.deleteMany({ where: { townId, until: { lt: before } } })
    return links.count + (await tx.officeSession.deleteMany({ where: { townId, seenAt: { lt: before } } })).count
  },
  async errands({ tx, town: townId, before }) {
    const done = await tx.channelErrand.deleteMany({ where: { townId, doneAt: { lt: before } } })
    return done.count + (await tx.channelAnswer.deleteMany({ where: { townId, until: { lt: before } } })).count
  },
  work,
  slips,
  matters: oldMatters,
}

export function retentionOf(tx: Transaction, town: string, now: Date, newId: () => string): Retention {
  return {
    async letGo(kind, before) {
      const gone = await TAKE[kind]({ tx, town, before, now, newId })
      await tx.retentionRun.upsert({
        where: { townId_kind: { townId: town, kind } },
        create: { townId: town, kind, at: now, gone, total: gone },
        update: { at: now, gone, total: { increment: gone } },
      })
      return gone
    },
  }
}
