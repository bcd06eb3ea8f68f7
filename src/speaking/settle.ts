import { groupIn } from '../domain/notice.ts'
import type { Settled } from '../ports/outbox.ts'
import type { Post, Reach, Speech } from '../ports/speech.ts'
import { onlyPartly, tooLate } from '../wording/channels.ts'
import { onTrial } from '../wording/trial.ts'
import { askToPost } from './by-hand.ts'
import { sendByHand, sendElsewhere } from './elsewhere.ts'
import { callSooner, gapLine, leaveVoices, lostLine, tellOwnerInstead } from './unreached.ts'
import { kindOf } from './ways.ts'

/** The pauses of a busy platform are shorter, those of a network that is away are longer. */
const SOON_MS = 30_000

/** What a doubt makes of an outcome. Pure. */
export function doubted(post: Pick<Post, 'doubt' | 'channel'>, settled: Settled, machine: Date): Settled {
  if (settled.state === 'waiting') {
    const doubt = post.doubt || settled.doubt === true
    const isLate = settled.retryAt.getTime() - machine.getTime() > SOON_MS
    // What the platform compares for a short while only is not said again after it.
    const isOver = doubt && isLate && kindOf(post.channel).dedupes === 'soon'
    return isOver ? { state: 'unknown', why: settled.why } : settled
  }
  // An earlier try may have been read: neither a failure nor a reason to say it elsewhere.
  const mayBeRead = post.doubt && (settled.state === 'failed' || settled.state === 'elsewhere')
  return mayBeRead ? { state: 'unknown', why: settled.why } : settled
}

/** Writes what became of one platform message, and of the notices when all of their message is settled. */
export async function settlePost(speech: Speech, id: string, outcome: Settled, reach: Reach): Promise<void> {
  const post = await speech.post(id, ['sending'])
  // Somebody else has settled it: the process that was thought dead came back.
  if (!post) return
  const machine = reach.machine()
  const settled = await unlessOnTrial(speech, post, doubted(post, outcome, machine))
  switch (settled.state) {
    case 'waiting': {
      const attempts = settled.counted ? post.attempts : post.attempts - 1
      const doubt = post.doubt || settled.doubt === true
      return speech.settlePost(post.id, { state: 'waiting', retryAt: settled.retryAt, why: settled.why, attempts, doubt })
    }
    case 'elsewhere': {
      const went = await goElsewhere(speech, post, settled, reach)
      await speech.settlePost(post.id, { state: went ? 'dropped' : 'failed', why: settled.why })
      if (went) return
      break
    }
    case 'sent':
    case 'confirm': {
      const { externalId } = settled
      const known = externalId !== null && { sentId: externalId }
      await speech.settlePost(post.id, { state: settled.state, why: null, ...(settled.state === 'sent' && { sentAt: machine }), ...known })
      if (settled.state === 'confirm') await askToTap(speech, post)
      else if (groupIn(post.conversation) === null) await speech.countSaid(post)
      break
    }
    case 'failed':
    case 'unknown':
    case 'dropped': {
      const { state, why } = settled
      // After an outage: what a group does not read any more, the duty cadre has to know of.
      const isGap = state === 'dropped' && why === tooLate && groupIn(post.conversation) !== null
      if (isGap) await (await speech.desk()).notify(gapLine(await speech.desk(), post.writtenAt))
      await speech.settlePost(post.id, { state, why })
      // The end of a text makes no sense without its beginning.
      if (state !== 'unknown') await speech.settleParts(post.message, ['waiting'], { state: 'dropped', why: onlyPartly })
      break
    }
    default:
      return settled satisfies never
  }
  await settleMessage(speech, post)
}

/** It was in a process's hand when the group's quiet week began: if it was not sent by then, it is not sent. */
async function unlessOnTrial(speech: Speech, { conversation }: Post, settled: Settled): Promise<Settled> {
  if (settled.state !== 'waiting' && settled.state !== 'elsewhere') return settled
  return (await speech.isOnTrial(conversation)) ? { state: 'dropped', why: onTrial } : settled
}

async function goElsewhere(speech: Speech, post: Post, { gone, why }: { gone: boolean; why: string }, reach: Reach): Promise<boolean> {
  if (gone) {
    await speech.markGone(post, why)
    const desk = await speech.desk()
    await desk.notify(lostLine(desk, post, why))
  }
  return (await sendElsewhere(speech, post, reach)) || (!gone && (await sendByHand(speech, post, reach)))
}

async function askToTap(speech: Speech, post: Post): Promise<void> {
  const { conversation, message, text } = post
  await askToPost(await speech.desk(), { conversation, message, text, owner: await speech.ownerOf(post), tap: true })
}

/** When nothing of a message is on its way any more, its notices are told: worst part first. */
export async function settleMessage(speech: Speech, { message, keys }: Pick<Post, 'message' | 'keys'>): Promise<void> {
  const parts = await speech.partsOf(message)
  // Where the words were read, a picture that could not be shown is no failure.
  const words = parts.some((p) => p.text !== '' && p.state === 'sent')
  const has = (state: string) => parts.find((p) => p.state === state && !(words && p.photo !== null && state === 'failed'))
  if (has('waiting') || has('sending') || has('confirm')) return
  const bad = has('failed') ?? has('unknown')
  if (bad) {
    await speech.changeNotices(keys, { state: 'failed', why: bad.why })
    await callSooner(speech, keys)
    if (bad.state === 'failed') {
      await leaveVoices(speech, keys)
      await tellOwnerInstead(speech, keys)
    }
  } else if (has('sent')) await speech.changeNotices(keys, { state: 'sent', sentAt: speech.now })
  else await speech.changeNotices(keys, { state: 'suppressed', why: has('dropped')?.why ?? null })
}
