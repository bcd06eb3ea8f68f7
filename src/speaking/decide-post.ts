import type { Decision } from '../ports/operations.ts'
import type { Post, PostState, Reach, Speech } from '../ports/speech.ts'
import { givenUp } from '../wording/channels.ts'
import { postsOf } from './posts.ts'
import { settleMessage } from './settle.ts'
import { waysTo } from './ways.ts'

/** What a person decides about. */
const UNDECIDED = ['failed', 'unknown', 'confirm'] as const satisfies readonly PostState[]

/** An operator's word on a post that failed or of which nobody knows; on the whole message that it is a part of. */
export async function decidePost(speech: Speech, id: string, decision: Decision, reach: Reach): Promise<boolean> {
  const post = await speech.post(id, UNDECIDED)
  if (!post) return false
  if (decision === 'resend') return resend(speech, post, reach)
  if (decision === 'was-sent') {
    await speech.settleParts(post.message, UNDECIDED, { state: 'sent', sentAt: reach.machine() })
    await settleMessage(speech, post)
    return true
  }
  await speech.settleParts(post.message, UNDECIDED, { state: 'dropped', why: givenUp })
  await speech.changeNotices(post.keys, { state: 'failed', why: givenUp })
  return true
}

/** Said once more, at the end of the conversation's queue: by the best way there is now, or only the rest where a part was read already. */
async function resend(speech: Speech, post: Post, reach: Reach): Promise<boolean> {
  const parts = await speech.partsOf(post.message)
  const [way] = await waysTo(speech, post.conversation, reach)
  if (!way) return false
  const machine = reach.machine()
  if (parts.some((p) => p.state === 'sent')) {
    const rest = parts.filter((p) => p.channel === post.channel && p.state !== 'sent').toSorted((a, b) => a.part - b.part)
    for (const part of rest) await speech.requeue(part.id, machine)
  } else {
    const whole = await speech.said(post.message)
    if (!whole) return false
    await speech.forget(post.message)
    await speech.write(postsOf({ ...post, ...whole, town: speech.town, expiresAt: null }, way, machine), machine)
  }
  await speech.changeNotices(post.keys, { state: 'claimed', why: null })
  return true
}

/** A person has posted what was handed to them. */
export async function wasPosted(speech: Speech, message: string): Promise<void> {
  const post = (await speech.partsOf(message)).find((p) => p.state === 'confirm')
  if (!post) return
  await speech.settleParts(message, ['confirm'], { state: 'sent', sentAt: speech.now })
  await settleMessage(speech, post)
}
