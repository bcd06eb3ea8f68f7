import { BOT_CHANNEL } from '../domain/message-ref.ts'
import { groupIn, toPerson } from '../domain/notice.ts'
import { holders, townNode } from '../domain/roster.ts'
import type { Desk } from '../ports/desk.ts'
import type { Settled } from '../ports/outbox.ts'
import { groupLost, massRefused, onlyPartly, tooLate, unreachable } from '../wording/channels.ts'
import { gap } from '../wording/reminders.ts'
import { askToPost } from './ask-to-post.ts'
import { COLUMNS, PhotoRefs } from './columns.ts'
import { type DeskOutfit, deskIn } from './desk.ts'
import type { Post } from './generated/client.ts'
import { writePosts } from './posts.ts'
import { settleMessage } from './settle-message.ts'
import type { Transaction } from './transaction.ts'
import { kindOf, type Reach, waysTo } from './ways.ts'

/** The pauses of a busy platform are shorter, those of a network that is away are longer. */
const SOON_MS = 30_000

interface Moment {
  /** The product's clock. */
  now: Date
  machine: Date
}

interface Needs {
  outfit: DeskOutfit
  reach: Reach
}

/** Writes what became of one platform message, and of the notices when all of their message is settled. */
export async function settlePost(
  tx: Transaction,
  { town, id }: { town: string; id: string },
  settled: Settled,
  moment: Moment,
  needs: Needs,
): Promise<void> {
  const key = { townId_id: { townId: town, id } }
  const [post] = await tx.$queryRaw<Post[]>`SELECT * FROM "Post" WHERE "townId" = ${town} AND id = ${id} AND state = 'sending' FOR UPDATE`
  // Somebody else has settled it: the process that was thought dead came back.
  if (!post) return
  if (settled.state === 'waiting') {
    const attempts = settled.counted ? post.attempts : post.attempts - 1
    const doubt = post.doubt || settled.doubt === true
    const isLate = settled.retryAt.getTime() - moment.machine.getTime() > SOON_MS
    // What the platform compares for a short while only is not said again after it.
    if (doubt && isLate && kindOf(COLUMNS.Post.channel.parse(post.channel)).dedupes === 'soon')
      return settlePost(tx, { town, id }, { state: 'unknown', why: settled.why }, moment, needs)
    await tx.post.update({
      where: key,
      data: { state: 'waiting', heldUntil: null, retryAt: settled.retryAt, why: settled.why, attempts, doubt },
    })
    return
  }
  // An earlier try may have been read: neither a failure nor a reason to say it elsewhere.
  if (post.doubt && (settled.state === 'failed' || settled.state === 'elsewhere'))
    return settlePost(tx, { town, id }, { state: 'unknown', why: settled.why }, moment, needs)
  const desk = () => deskIn(tx, town, moment.now, needs.outfit)
  if (settled.state === 'elsewhere') {
    if (settled.gone) await markGone(tx, post, settled.why, await desk())
    const went = (await sendElsewhere(tx, post, moment, needs)) || (!settled.gone && (await sendByHand(tx, post, moment, await desk())))
    await tx.post.update({ where: key, data: { state: went ? 'dropped' : 'failed', heldUntil: null, why: settled.why } })
    if (!went) await settleMessage(tx, post, moment)
    return
  }
  if (settled.state === 'dropped' && settled.why === tooLate) await tellOfOld(post, await desk())
  const externalId = 'externalId' in settled ? settled.externalId : null
  await tx.post.update({
    where: key,
    data: {
      state: settled.state,
      heldUntil: null,
      why: 'why' in settled ? settled.why : null,
      ...(settled.state === 'sent' && { sentAt: moment.machine }),
      ...(externalId !== null && { sentId: externalId }),
    },
  })
  if (settled.state === 'sent' && groupIn(post.conversation) === null)
    await tx.identity.updateMany({ where: identityOf(post), data: { saidSince: { increment: 1 } } })
  if (settled.state === 'confirm') {
    const { conversation, messageId: message, text } = post
    const group = await tx.channelGroup.findUnique({ where: { townId_channel_externalId: identityOf(post) }, select: { ownerId: true } })
    await askToPost(await desk(), { conversation, message, text, owner: group?.ownerId ?? null, tap: true })
  }
  // The end of a text makes no sense without its beginning.
  if (settled.state === 'failed' || settled.state === 'dropped')
    await tx.post.updateMany({
      where: { townId: town, messageId: post.messageId, state: 'waiting' },
      data: { state: 'dropped', why: onlyPartly },
    })
  await settleMessage(tx, post, moment)
}

const identityOf = ({ townId, channel, externalId }: Post) => ({ townId, channel, externalId })

async function markGone(tx: Transaction, post: Post, why: string, desk: Desk): Promise<void> {
  const group = groupIn(post.conversation)
  if (group === null) {
    await tx.identity.updateMany({ where: identityOf(post), data: { gone: why } })
    return
  }
  await tx.channelGroup.updateMany({ where: identityOf(post), data: { state: 'lost', why } })
  const [duty] = holders(desk.roster, 'duty', townNode(desk.roster))
  const key = `lost:${post.channel}:${post.externalId}:${desk.now.toISOString().slice(0, 10)}`
  const text = groupLost(desk.roster.groups.get(group)?.name ?? group, why)
  if (duty) await desk.notify([{ key, to: toPerson(duty), ticket: null, occasion: 'lost', text, urgent: true }])
}

/** After an outage: what a group does not read any more, the duty cadre has to know of. Once a day. */
async function tellOfOld(post: Post, desk: Desk): Promise<void> {
  const [duty] = groupIn(post.conversation) === null ? [] : holders(desk.roster, 'duty', townNode(desk.roster))
  const key = `gap:${desk.now.toISOString().slice(0, 10)}`
  if (duty) await desk.notify([{ key, to: toPerson(duty), ticket: null, occasion: 'gap', text: gap(post.writtenAt, desk.now) }])
}

/** 群发 was not to be had: a person forwards what was to be tapped. */
async function sendByHand(tx: Transaction, post: Post, { machine }: Moment, desk: Desk): Promise<boolean> {
  if (post.channel !== 'wecom-mass') return false
  const whole = await tx.message.findFirst({ where: { townId: post.townId, channel: 'bot', id: post.messageId } })
  if (!whole) return false
  const { conversation, messageId: message, externalId, keys, expiresAt } = post
  const group = await tx.channelGroup.findUnique({ where: { townId_channel_externalId: identityOf(post) }, select: { ownerId: true } })
  const owner = group?.ownerId ?? null
  const way = { channel: 'by-hand', externalId, posts: 'confirm', owner } as const
  const saying = { message, keys, text: whole.text, photos: [], mentions: [], quote: null, expiresAt }
  await tx.post.updateMany({
    where: { townId: post.townId, messageId: message, state: 'waiting' },
    data: { state: 'dropped', why: massRefused },
  })
  await writePosts(tx, { town: post.townId, conversation }, way, saying, machine)
  return (await askToPost(desk, { conversation, message, text: whole.text, owner, tap: false })) !== null
}

/** The next way that was not tried for this message; all of it is said anew there. */
async function sendElsewhere(tx: Transaction, post: Post, { machine }: Moment, { reach }: Needs): Promise<boolean> {
  const place = { town: post.townId, conversation: post.conversation }
  const parts = await tx.post.findMany({ where: { townId: post.townId, messageId: post.messageId } })
  const tried = new Set(parts.map((p) => p.channel))
  const way = (await waysTo(tx, place, reach)).find((w) => !tried.has(w.channel) && w.posts === 'auto')
  const whole = await tx.message.findFirst({ where: { townId: post.townId, channel: BOT_CHANNEL, id: post.messageId } })
  // Half of it was read there already.
  if (!way || !whole || parts.some((p) => p.state === 'sent')) return false
  await tx.post.updateMany({
    where: { townId: post.townId, messageId: post.messageId, state: 'waiting' },
    data: { state: 'dropped', why: unreachable },
  })
  await writePosts(
    tx,
    place,
    way,
    {
      message: post.messageId,
      keys: post.keys,
      text: whole.text,
      photos: PhotoRefs.parse(whole.photos),
      mentions: post.mentions,
      quote: post.quoteId,
      expiresAt: post.expiresAt,
    },
    machine,
  )
  return true
}
