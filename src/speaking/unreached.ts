import { groupIn, type KnownOccasion, type NoticeDraft, personIn, toPerson } from '../domain/notice.ts'
import { holders, townNode } from '../domain/roster.ts'
import type { Post, SpeakersDesk, Speech } from '../ports/speech.ts'
import { groupLost, tellByMouth, tellByPhone } from '../wording/channels.ts'
import { gap } from '../wording/reminders.ts'

/** A line is not longer; where nobody of it can be reached, the quarter hours go on. */
const MOST = 8

/** Danger, and the call did not reach whom it was for: the next in line is called now, not in a quarter of an hour. */
export async function callSooner(speech: Speech, keys: readonly string[]): Promise<void> {
  for (const { ticket, occasion } of await speech.notices(keys))
    if (occasion === 'call' && ticket !== null && (await speech.failedCalls(ticket)) <= MOST) await speech.hasten(ticket, 'call-next')
}

/**
 * What a reporter cannot be told is for whoever answers for the matter to say, by telephone or in person: customer service may
 * write for two days after somebody's last word, and most matters take longer.
 */
export async function tellOwnerInstead(speech: Speech, keys: readonly string[]): Promise<void> {
  const lost = (await speech.notices(keys)).filter((n) => n.ticket !== null && n.occasion.endsWith(':reporter'))
  for (const { key, ticket: id, conversation, text } of lost) {
    const desk = await speech.desk()
    const person = personIn(conversation)
    const ticket = await desk.ticket(id ?? '')
    if (!ticket?.owner || person === null || ticket.reporter !== person || ticket.owner === person) continue
    const words = tellByMouth(await speech.nameOf(person), text)
    await desk.notify([{ key: `${key}:by-mouth`, to: toPerson(ticket.owner), ticket: id, occasion: 'by-mouth', text: words }])
  }
}

/** The key of what is said of a voice begins so; the message follows. */
const OF_VOICE = 'voice:'

/** Whoever spoke cannot be shown what was heard, and would be heard for nothing: it goes to the clerk. */
export async function leaveVoices(speech: Speech, keys: readonly string[]): Promise<void> {
  const messages = keys.flatMap((key) => (key.startsWith(OF_VOICE) ? key.slice(OF_VOICE.length) : []))
  for (const message of messages) {
    const work = { key: `voice-unasked:${message}`, job: 'voice-unasked' as const, ticket: null, data: { message } }
    await (await speech.desk()).addDue({ ...work, at: speech.now })
  }
}

/** What ends a matter for its reporter. */
const WORTH_A_CALL: readonly KnownOccasion[] = ['resolve:reporter', 'reject:reporter']

/** It stands on a page that nobody may look at again: who left a telephone there is told by it. */
export async function askToTelephone(speech: Speech, keys: readonly string[]): Promise<void> {
  for (const { key, ticket: id, conversation, occasion, text } of await speech.notices(keys)) {
    const desk = await speech.desk()
    const ticket = await desk.ticket(id ?? '')
    const reporter = desk.roster.people.get(personIn(conversation) ?? '')
    if (!WORTH_A_CALL.includes(occasion) || !ticket?.owner || !reporter?.phone) continue
    const words = tellByPhone(reporter.name, reporter.phone, text)
    await desk.notify([{ key: `${key}:by-phone`, to: toPerson(ticket.owner), ticket: id, occasion: 'by-mouth', text: words }])
  }
}

type ToDuty = Pick<SpeakersDesk, 'now' | 'roster'>

const dayIn = ({ now }: ToDuty): string => now.toISOString().slice(0, 10)

/** To the duty cadre, once a day, when an outage swallowed something that was due since then. */
export function gapLine(desk: ToDuty, since: Date): NoticeDraft[] {
  const [duty] = holders(desk.roster, 'duty', townNode(desk.roster))
  return duty ? [{ key: `gap:${dayIn(desk)}`, to: toPerson(duty), ticket: null, occasion: 'gap', text: gap(since, desk.now) }] : []
}

/** To the duty cadre, once a day for each group: nothing that is said in it is read any more. */
export function lostLine(desk: ToDuty, post: Pick<Post, 'channel' | 'externalId' | 'conversation'>, why: string): NoticeDraft[] {
  const group = groupIn(post.conversation)
  const [duty] = holders(desk.roster, 'duty', townNode(desk.roster))
  if (!duty || group === null) return []
  const text = groupLost(desk.roster.groups.get(group)?.name ?? group, why)
  return [
    {
      key: `lost:${post.channel}:${post.externalId}:${dayIn(desk)}`,
      to: toPerson(duty),
      ticket: null,
      occasion: 'lost',
      text,
      urgent: true,
    },
  ]
}
