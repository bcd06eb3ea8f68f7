import { BOT_CHANNEL, saidId } from '../domain/message-ref.ts'
import type { Desk } from '../ports/desk.ts'
import type { Place, Verdict } from '../ports/store.ts'
import { unreachable } from '../wording/channels.ts'
import { askToPost } from './ask-to-post.ts'
import { tellOwnerInstead } from './by-mouth.ts'
import { callSooner } from './call-sooner.ts'
import { writePosts } from './posts.ts'
import type { Transaction } from './transaction.ts'
import { isReal, type Reach, type Way, waysTo } from './ways.ts'

/** How a conversation is spoken to just now: in the sandbox, over a channel, or not at all. */
export type Route = { by: 'sandbox' } | { by: 'way'; way: Way } | { by: 'none' }

export async function routeTo(tx: Transaction, place: Place, reach: Reach): Promise<Route> {
  const [way] = await waysTo(tx, place, reach)
  if (way) return { by: 'way', way }
  return reach.sandbox && !(await isReal(tx, place)) ? { by: 'sandbox' } : { by: 'none' }
}

/**
 * Saying something and remembering that it is said is one fact; the message's id is the notice's key, so that it cannot be
 * said twice. In the sandbox the message is all there is; elsewhere it goes to the outbox and is delivered afterwards.
 */
export async function carryOut(tx: Transaction, desk: Desk, place: Place, verdict: Verdict, route: Route, reach: Reach): Promise<void> {
  const where = { townId: place.town, key: { in: [...verdict.keys] } }
  if (verdict.do === 'hold') {
    await tx.notice.updateMany({ where, data: { notBefore: verdict.until } })
    return
  }
  if (verdict.do === 'aside') {
    for (const notice of await tx.notice.findMany({ where, select: { key: true, aside: true, conversation: true } })) {
      const one = { townId_key: { townId: place.town, key: notice.key } }
      await tx.notice.update({ where: one, data: { conversation: notice.aside ?? notice.conversation, answer: true, notBefore: desk.now } })
    }
    return
  }
  if (verdict.do === 'suppress') {
    await tx.notice.updateMany({ where, data: { state: 'suppressed', why: verdict.why } })
    await desk.notify(verdict.tell)
    return
  }
  if (route.by === 'none') {
    await tx.notice.updateMany({ where, data: { state: 'failed', why: unreachable } })
    await callSooner(tx, place.town, verdict.keys, desk.now)
    await tellOwnerInstead(tx, place.town, verdict.keys, desk.now)
    return
  }
  const message = saidId(verdict.keys[0] ?? '')
  await tx.message.createMany({
    data: [
      {
        townId: place.town,
        channel: BOT_CHANNEL,
        id: message,
        conversation: place.conversation,
        personId: null,
        text: verdict.text,
        quoteId: verdict.quote,
        photos: [...verdict.photos],
        at: desk.now,
        handledAt: desk.now,
        ticketIds: [...verdict.tickets],
      },
    ],
    skipDuplicates: true,
  })
  if (route.by === 'sandbox') {
    await tx.notice.updateMany({ where, data: { state: 'sent', sentAt: desk.now, why: verdict.why } })
    return
  }
  // 群发 allows about one a day: what cannot wait goes by hand.
  const way: Way = route.way.posts === 'confirm' && verdict.urgent ? { ...route.way, channel: 'by-hand' } : route.way
  const { keys, text, photos, mentions, quote, expiresAt } = verdict
  await writePosts(tx, place, way, { message, keys, text, photos, mentions, quote, expiresAt }, reach.machine())
  await tx.notice.updateMany({ where, data: { state: 'claimed', why: verdict.why } })
  if (way.channel === 'by-hand') await askToPost(desk, { conversation: place.conversation, message, text, owner: way.owner, tap: false })
}
