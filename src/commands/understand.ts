import { groupIn } from '../domain/notice.ts'
import type { Ticket } from '../domain/ticket.ts'
import { type TicketRef, ticketRef } from '../spoken/ticket-ref.ts'
import { nearestScored } from '../spoken/typo.ts'
import { type Call, type Command, isAddressed, isFor, type Scene } from './define-command.ts'
import { dutiesLike } from './duties-like.ts'
import { namesCadre } from './find-person.ts'
import { shortsOf } from './find-ticket.ts'
import { type Reading, readOrder } from './read-order.ts'

export type Understood = Reading & {
  /** The tickets it must be one of, where the words did not number it but told it otherwise. */
  among?: Ticket[]
}

const DAY_MS = 24 * 60 * 60_000
const MESSAGES_AFTER = 3

export const sceneOf = (call: Call): Scene => {
  const { desk, spoken } = call
  return {
    person: spoken.person,
    inGroup: groupIn(spoken.conversation) !== null,
    quoting: spoken.quotedTickets.length > 0,
    quotingOwn: spoken.quotedTickets.some((t) => t.owner === spoken.person.id),
    shorts: shortsOf(desk),
    namesCadre: (words) => namesCadre(call, words),
    namesDuty: (words) => dutiesLike(desk.roster.duties.values(), words).length > 0,
  }
}

/** What somebody means by a line, or null: what is not an order is a message. */
export async function understand(call: Call, commands: readonly Command[]): Promise<Understood | null> {
  const reading = readOrder(call.text, sceneOf(call), commands)
  if (!reading) return null
  if (reading.newWork) {
    const among = await justGiven(call)
    return among.length > 0 ? { ...reading, among } : null
  }
  if (reading.reporter === undefined) return reading
  const among = await toldBy(call, reading.reporter)
  return among.length > 0 ? { ...reading, among } : null
}

/** 收到: the quoted work, or what was given within the speaker's last three messages one-to-one. */
async function justGiven(call: Call): Promise<Ticket[]> {
  const { desk, spoken } = call
  const waits = (t: Ticket) => t.owner === spoken.person.id && t.acceptedAt === null && t.status === 'open'
  if (spoken.quotedTickets.length > 0) return spoken.quotedTickets.filter(waits)
  const since = new Date(desk.now.getTime() - DAY_MS)
  const said = await desk.recentBy(spoken.conversation, spoken.person.id, since)
  const fresh: Ticket[] = []
  for (const ticket of (await desk.lastSpokenOf(spoken.conversation, since)).filter(waits)) {
    const given =
      (await desk.history(ticket.id)).findLast((e) => e.what === 'opened' || e.data.owner === spoken.person.id)?.at ?? ticket.openedAt
    if (said.filter((m) => m.at > given).length <= MESSAGES_AFTER) fresh.push(ticket)
  }
  return fresh
}

/** 老王那个事: by the reporter's name, among mine. */
async function toldBy(call: Call, said: string): Promise<Ticket[]> {
  const { desk, spoken } = call
  const mine = await desk.tickets({ owner: spoken.person.id, statuses: ['open', 'waiting'], limit: 50 })
  return mine.filter((t) => {
    const name = t.reporter ? (desk.roster.people.get(t.reporter)?.name ?? '') : ''
    return (
      name.length > 1 &&
      (name === said ||
        name.slice(1) === said ||
        (/^[小老]/u.test(said) && said.length === 2 && name.startsWith(said.slice(1))) ||
        isTitled(name, said))
    )
  })
}

/** 王大爷, 张婶. */
const isTitled = (name: string, said: string): boolean =>
  said.startsWith(name.slice(0, 1)) && /^(?:大爷|大妈|大叔|大婶|叔|婶|哥|姐|嫂|爷|奶|师傅|老师|家)$/u.test(said.slice(1))

export interface Meant {
  word: string
  ref: TicketRef | null
  rest: string
}

/** The order somebody probably meant: 办洁 7. Only what looks like an order is corrected. */
export function nearestOrder(typed: string, scene: Scene, commands: readonly Command[]): Meant | null {
  const form = /^(\p{Script=Han}{2,4}?)\s*(?=[\d#【]|$|\s)(.*)$/u.exec(typed.replace(/[。.!！~，,\s]+$/u, ''))
  if (!form || typed.length > 40) return null
  const [, word = '', after = ''] = form
  const rest = after.trim()
  const ref = rest === '' ? null : ticketRef(rest, scene.shorts)
  const mine = commands.filter((c) => isFor(c.for, scene.person) && c.name.length > 1 && !c.unlisted)
  const near = nearestScored(
    word,
    mine.map((c) => c.name),
  )
  const command = mine.find((c) => c.name === near?.word)
  if (!near || !command || near.score >= 1) return null
  const takes = command.ticket !== 'none'
  if (rest !== '') return ref && takes && near.score >= 0.5 ? { word: near.word, ref, rest: ref.rest } : null
  // A single word among many people is rather talk.
  const alone = scene.quoting && takes ? near.score >= 0.7 : isAddressed(scene) && near.score >= 0.8
  return alone ? { word: near.word, ref: null, rest: '' } : null
}
