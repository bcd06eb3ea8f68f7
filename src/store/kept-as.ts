import type { Message } from './generated/client.ts'
import type { Database, Transaction } from './transaction.ts'

/** A message by any id that it was heard under: it may have come by two ears, and is kept once. */
export async function keptAs(
  db: Database | Transaction,
  townId: string,
  { channel, id }: Pick<Message, 'channel' | 'id'>,
): Promise<Message | null> {
  const own = await db.message.findUnique({ where: { townId_channel_id: { townId, channel, id } } })
  if (own) return own
  const again = await db.heardAgain.findUnique({ where: { townId_channel_id: { townId, channel, id } } })
  return again && db.message.findUnique({ where: { townId_seq: { townId, seq: again.seq } } })
}
