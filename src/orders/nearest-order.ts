import type { OrderName } from '../domain/order-name.ts'
import { withoutTail } from '../reading/marks.ts'
import { type TicketRef, ticketRef } from '../reading/ticket-ref.ts'
import { nearestScored } from '../reading/typo.ts'
import { type Command, isAddressed, isFor, type Scene } from './define-command.ts'

export interface Meant {
  word: OrderName
  ref: TicketRef | null
  rest: string
}

/** Sounds alike, or two characters have changed places. */
const SURELY = 0.8
/** What is longer is talk. */
const LONGEST = 40

/** The order somebody probably meant: 办洁 7. Only what looks like an order is corrected. */
export function nearestOrder(typed: string, scene: Scene, commands: readonly Command[]): Meant | null {
  if (typed.length > LONGEST) return null
  const said = withoutTail(typed)
  const form = /^(\p{Script=Han}{2,4}?)\s*(?=[\d#【]|$|\s)(.*)$/u.exec(said)
  const takers = commands.filter((c) => isFor(c.for, scene.person) && c.ticket === 'none' && c.fits && !c.unlisted)
  const listed = ofWords(form?.[1] ?? '', form?.[2] ?? '') ?? ofWords(said.slice(0, 2), said.slice(2))
  if (listed) return listed
  if (!form) return null
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
  if (rest !== '') return ref && takes && near.score >= 0.5 ? { word: command.name, ref, rest: ref.rest } : null
  // A single word among many people is rather talk.
  const alone = scene.quoting && takes ? near.score >= 0.7 : isAddressed(scene) && near.score >= 0.8
  return alone ? { word: command.name, ref: null, rest: '' } : null

  /** 清但 低保, 青单低保: an order that takes words, and they are its own. */
  function ofWords(word: string, words: string): Meant | null {
    const rest = words.trim()
    if (rest.length < 2) return null
    const near = nearestScored(
      word,
      takers.map((c) => c.name),
    )
    const command = takers.find((c) => c.name === near?.word)
    const isMeant = near && near.score >= SURELY && near.score < 1 && command?.fits?.(rest, scene, false)
    return command && isMeant ? { word: command.name, ref: null, rest } : null
  }
}
