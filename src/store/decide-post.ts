import { BOT_CHANNEL } from '../domain/message-ref.ts'
import type { Decision } from '../ports/operations.ts'
import { givenUp } from '../wording/channels.ts'
import { PhotoRefs } from './columns.ts'
import type { Post } from './generated/client.ts'
import { writePosts } from './posts.ts'
import { settleMessage } from './settle-message.ts'
import type { Transaction } from './transaction.ts'
import { type Reach, waysTo } from './ways.ts'

interface Needs {
  reach: Reach
  /** The product's clock. */
  now: Date
}

/** An operator's word on a post that failed or of which nobody knows; on the whole message that it is a part of. */
export async function decidePost(tx: Transaction, town: string, id: string, decision: Decision, { reach, now }: Needs): Promise<boolean> {
  const [post] = await tx.$queryRaw<Post[]>`
    SELECT * FROM "Post" WHERE "townId" = ${town} AND id = ${id} AND state IN ('failed', 'unknown', 'confirm') FOR UPDATE`
  if (!post) return false
  const message = { townId: town, messageId: post.messageId }
  if (decision === 'resend') return resend(tx, post, reach)
  if (decision === 'was-sent') {
    await tx.post.updateMany({
      where: { ...message, state: { in: ['failed', 'unknown', 'confirm'] } },
      data: { state: 'sent', sentAt: reach.machine() },
    })
    await settleMessage(tx, post, { now })
    return true
  }
  await tx.post.updateMany({
    where: { ...message, state: { in: ['failed', 'unknown', 'confirm'] } },
    data: { state: 'dropped', why: givenUp },
  })
  await tx.notice.updateMany({ where: { townId: town, key: { in: post.keys } }, data: { state: 'failed', why: givenUp } })
  return true
}

/** Said once more, at the end of the conversation's queue: by the best way there is now, or only the rest where a part was read already. */
async function resend(tx: Transaction, post: Post, reach: Reach): Promise<boolean> {
  const place = { town: post.townId, conversation: post.conversation }
  const where = { townId: post.townId, messageId: post.messageId }
  const parts = await tx.post.findMany({ where, orderBy: { part: 'asc' } })
  const [way] = await waysTo(tx, place, reach)
  if (!way) return false
  if (parts.some((p) => p.state === 'sent')) {
    for (const part of parts.filter((p) => p.channel === post.channel && p.state !== 'sent'))
      await tx.$executeRaw`
        UPDATE "Post" SET state = 'waiting', seq = nextval(pg_get_serial_sequence('"Post"', 'seq')), attempts = 0, doubt = false, why = NULL,
          "retryAt" = ${reach.machine()}, "writtenAt" = ${reach.machine()}, "expiresAt" = NULL WHERE "townId" = ${part.townId} AND id = ${part.id}`
  } else {
    const whole = await tx.message.findFirst({ where: { townId: post.townId, channel: BOT_CHANNEL, id: post.messageId } })
    if (!whole) return false
    await tx.post.deleteMany({ where })
    const { messageId: message, keys, mentions, quoteId: quote } = post
    await writePosts(
      tx,
      place,
      way,
      { message, keys, text: whole.text, photos: PhotoRefs.parse(whole.photos), mentions, quote, expiresAt: null },
      reach.machine(),
    )
  }
  await tx.notice.updateMany({ where: { townId: post.townId, key: { in: post.keys } }, data: { state: 'claimed', why: null } })
  return true
}
