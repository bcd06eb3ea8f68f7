import type { Post, Reach, Speech } from '../ports/speech.ts'
import { massRefused, unreachable } from '../wording/channels.ts'
import { askToPost } from './by-hand.ts'
import { postsOf } from './posts.ts'
import { type Way, waysTo } from './ways.ts'

/** The next way that was not tried for this message; all of it is said anew there. False where there is none. */
export async function sendElsewhere(speech: Speech, post: Post, reach: Reach): Promise<boolean> {
  const parts = await speech.partsOf(post.message)
  const tried = new Set(parts.map((p) => p.channel))
  const way = (await waysTo(speech, post.conversation, reach)).find((w) => !tried.has(w.channel) && w.posts === 'auto')
  const whole = await speech.said(post.message)
  // Half of it was read there already.
  if (!way || !whole || parts.some((p) => p.state === 'sent')) return false
  await speech.settleParts(post.message, ['waiting'], { state: 'dropped', why: unreachable })
  const machine = reach.machine()
  await speech.write(postsOf({ ...post, ...whole, town: speech.town }, way, machine), machine)
  return true
}

/** 群发 was not to be had: a person forwards what was to be tapped. */
export async function sendByHand(speech: Speech, post: Post, reach: Reach): Promise<boolean> {
  const whole = post.channel === 'wecom-mass' ? await speech.said(post.message) : null
  if (!whole) return false
  const { conversation, message, externalId, keys, expiresAt } = post
  const { text } = whole
  const owner = await speech.ownerOf(post)
  const way: Way = { channel: 'by-hand', externalId, posts: 'confirm', owner }
  const saying = { town: speech.town, conversation, message, keys, text, photos: [], mentions: [], quote: null, expiresAt }
  await speech.settleParts(message, ['waiting'], { state: 'dropped', why: massRefused })
  const machine = reach.machine()
  await speech.write(postsOf(saying, way, machine), machine)
  return askToPost(await speech.desk(), { conversation, message, text, owner, tap: false })
}
