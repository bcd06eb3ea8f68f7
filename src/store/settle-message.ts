import { tellOwnerInstead } from './by-mouth.ts'
import { callSooner } from './call-sooner.ts'
import type { Post } from './generated/client.ts'
import type { Transaction } from './transaction.ts'

type Of = Pick<Post, 'townId' | 'messageId' | 'keys'>

/** When nothing of a message is on its way any more, its notices are told: worst part first. `now` is the product's clock. */
export async function settleMessage(tx: Transaction, post: Of, { now }: { now: Date }): Promise<void> {
  const parts = await tx.post.findMany({ where: { townId: post.townId, messageId: post.messageId }, orderBy: { seq: 'asc' } })
  // Where the words were read, a picture that could not be shown is no failure.
  const words = parts.some((p) => p.text !== '' && p.state === 'sent')
  const has = (state: string) => parts.find((p) => p.state === state && !(words && p.photoId !== null && state === 'failed'))
  if (has('waiting') || has('sending') || has('confirm')) return
  const bad = has('failed') ?? has('unknown')
  const where = { townId: post.townId, key: { in: post.keys } }
  if (bad) {
    await tx.notice.updateMany({ where, data: { state: 'failed', why: bad.why } })
    await callSooner(tx, post.townId, post.keys, now)
    if (bad.state === 'failed') await tellOwnerInstead(tx, post.townId, post.keys, now)
  } else if (has('sent')) await tx.notice.updateMany({ where, data: { state: 'sent', sentAt: now } })
  else await tx.notice.updateMany({ where, data: { state: 'suppressed', why: has('dropped')?.why ?? null } })
}
