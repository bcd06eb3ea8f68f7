import { later, WEEK_MS } from '../domain/durations.ts'
import { groupIn, toPerson } from '../domain/notice.ts'
import { holders } from '../domain/roster.ts'
import type { Desk } from '../ports/desk.ts'
import { forwardThis, tapThis } from '../wording/channels.ts'

interface ToPost {
  conversation: string
  /** The bot's Message. */
  message: string
  text: string
  owner: string | null
  /** The platform has it ready and wants a tap; else the text is to be forwarded. */
  tap: boolean
}

/** A group that a program may not post into by itself: a person gets the ready text and answers 已发. Returns who. */
export async function askToPost(desk: Desk, { conversation, message, text, owner, tap }: ToPost): Promise<string | null> {
  const group = desk.roster.groups.get(groupIn(conversation) ?? '')
  const grid = group?.grid ?? ''
  const known = owner !== null && desk.roster.people.has(owner) ? owner : null
  const person = known ?? holders(desk.roster, 'clerk', grid)[0] ?? holders(desk.roster, 'secretary', grid)[0] ?? null
  if (!person || !group) return null
  const to = toPerson(person)
  const notice = { to, ticket: null, occasion: 'to-post', urgent: true }
  await desk.ask(
    { id: `post:${message}`, person, what: 'toPost', ticket: null, data: { message, group: group.name } },
    later(desk.now, WEEK_MS),
  )
  // The text goes alone, so that it can be forwarded as it is.
  await desk.notify([
    { ...notice, key: `post:${message}`, text: tap ? tapThis(group.name) : forwardThis(group.name) },
    ...(tap ? [] : [{ ...notice, key: `post:${message}:text`, text }]),
  ])
  return person
}
