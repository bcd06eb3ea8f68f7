import { dayEnd } from '../reading/day-words.ts'
import { NUMBER } from '../reading/numbers.ts'
import type { Slots } from '../reading/scan.ts'
import { ticketRef } from '../reading/ticket-ref.ts'
import { type Command, isFor, type Scene } from './define-command.ts'
import { wordsAt } from './words-of.ts'

const DIGITS = new RegExp(NUMBER, 'uy')
const PHONE = /\d(?:[\s-]?\d){4,}(?!\d)/uy
const LONGEST_DUTY = 8

function endOf(form: RegExp, text: string, at: number): number[] {
  form.lastIndex = at
  const found = form.exec(text)
  return found ? [at + found[0].length] : []
}

/** The words for an order that one may be asked after: 怎么延期. */
export const orderNamed = (words: string, scene: Scene, commands: readonly Command[]): Command | undefined =>
  wordsAt(words, commands).find(
    ({ command, word, kind }) =>
      kind === 'sure' && word === words && command.ticket !== 'asked' && !command.unlisted && isFor(command.for, scene.person),
  )?.command

/** Who, when and which number stand at a place of a text, as this conversation knows them. */
export const slotsIn = (scene: Scene, commands: readonly Command[]): Slots => ({
  who(text, at) {
    const length = scene.cadreAt(text.slice(at))
    return length > 0 ? [at + length] : []
  },
  when: (text, at) => dayEnd(text, at),
  ref(text, at) {
    const words = text.slice(at)
    const ref = ticketRef(words, scene.shorts)
    if (ref) return [text.length - ref.rest.length]
    // 并到1里去: no length of a road.
    const inside = /里[面头边]?[去吧]?$/u.exec(words)?.[0] ?? ''
    return inside !== '' && ticketRef(words.slice(0, -inside.length), scene.shorts)?.rest === '' ? [text.length - inside.length] : []
  },
  phone: (text, at) => endOf(PHONE, text, at),
  number: (text, at) => endOf(DIGITS, text, at),
  duty: (text, at) =>
    Array.from({ length: Math.min(LONGEST_DUTY, text.length - at) }, (_, i) => at + i + 1).filter(
      (end) => end - at > 1 && scene.namesDuty(text.slice(at, end)),
    ),
  order: (text, at) =>
    wordsAt(text.slice(at), commands).flatMap(({ word }) => (orderNamed(word, scene, commands) ? [at + word.length] : [])),
})
