import { later, WEEK_MS } from '../domain/durations.ts'
import { type Conversation, groupIn, toPerson } from '../domain/notice.ts'
import { holders } from '../domain/roster.ts'
import type { SpeakersDesk } from '../ports/speech.ts'
import { forwardThis, tapThis } from '../wording/channels.ts'

interface ToPost {
  conversation: Conversation
  /** The bot's Message. */
  message: string
  text: string
  owner: string | null
  /** The platform has it ready and wants a tap; else the text is to be forwarded. */
  tap: boolean
}

/** A group that a program may not post into by itself: a person gets the ready text and answers 已发. False where nobody is left to ask. */
export async function askToPost(
  desk: Pick<SpeakersDesk, 'roster' | 'now' | 'ask' | 'notify'>,
  { conversation, message, text, owner, tap }: ToPost,
): Promise<boolean> {
  const group = desk.roster.groups.get(groupIn(conversation) ?? '')
  const grid = group?.grid ?? ''
  const known = owner !== null && desk.roster.people.has(owner) ? owner : null
  const person = known ?? holders(desk.roster, 'clerk', grid)[0] ?? holders(desk.roster, 'secretary', grid)[0]
  if (person === undefined || !group) return false
  const notice = { to: toPerson(person), ticket: null, occasion: 'to-post' as const, urgent: true }
  await desk.ask(
    { id: `post:${message}`, person, what: 'toPost', ticket: null, data: { message, group: group.name } },
    later(desk.now, WEEK_MS),
  )
  // The text goes alone, so that it can be forwarded as it is.
  await desk.notify([
    { ...notice, key: `post:${message}`, text: tap ? tapThis(group.name) : forwardThis(group.name) },
    ...(tap ? [] : [{ ...notice, key: `post:${message}:text`, text }]),
  ])
  return true
}
