import type { ChannelName } from '../domain/capability.ts'

import { conversationIn, groupIn } from '../domain/notice.ts'
import type { Database } from './transaction.ts'

interface LateLine {
  at: Date
  group: string | null
  who: string
  text: string
}

/** What a channel told too late to be acted on: the first lines in the order in which they were said, and how many they are. */
export async function toldLate(
  db: Database,
  townId: string,
  { channel, from, to }: { channel: ChannelName; from: Date; to: Date },
  limit: number,
): Promise<{ lines: LateLine[]; count: number }> {
  const where = { townId, channel, at: { gte: from, lte: to } }
  const count = await db.message.count({ where })
  const rows = await db.message.findMany({ where, orderBy: [{ at: 'asc' }, { seq: 'asc' }], take: limit })
  const people = await db.person.findMany({ where: { townId, id: { in: rows.flatMap((r) => r.personId ?? []) } } })
  const groups = await db.chatGroup.findMany({
    where: { townId, id: { in: rows.flatMap((r) => groupIn(conversationIn(r.conversation)) ?? []) } },
  })
  return {
    count,
    lines: rows.map((r) => ({
      at: r.at,
      group: groups.find((g) => g.id === groupIn(conversationIn(r.conversation)))?.name ?? null,
      who: people.find((p) => p.id === r.personId)?.name ?? '',
      text: r.text,
    })),
  }
}
