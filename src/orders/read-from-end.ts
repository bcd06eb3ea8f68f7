import { holdsDay } from '../reading/day-words.ts'
import { type TicketRef, ticketRef } from '../reading/ticket-ref.ts'
import { type Command, isAddressed, isFor, type Scene } from './define-command.ts'
import type { Reading } from './read-order.ts'
import { isTalk } from './talk.ts'
import type { Word } from './words-of.ts'

/** 让李建国办7号, 周五下午议8号, 王芳 转7: a number of ours stands at the end, right behind what is to be done with it. */
export function numberAtEnd(text: string, scene: Scene): { ref: TicketRef; before: string } | null {
  const found = /^(.{1,30}?\D)((?:\S{1,3}?)?[#第]?\d{1,5}[号件]?|\S{0,3}[一二三四五六七八九十]+号)$/u.exec(text)
  for (let at = 1; found && at < text.length; at++) {
    const ref = ticketRef(text.slice(at), scene.shorts)
    if (ref?.rest === '') return { ref, before: text.slice(0, at).trim() }
  }
  return null
}

/** Who or when stands before the word: both are what the word asks for, so nothing else can be meant. */
export function fromEnd(text: string, scene: Scene, words: readonly Word[]): Reading | null {
  const at = numberAtEnd(text, scene)
  if (!at || isTalk(at.before)) return null
  for (const { command, word, kind } of words) {
    if (kind !== 'sure' || command.ticket === 'none' || !isFor(command.for, scene.person) || !at.before.endsWith(word)) continue
    const rest = at.before.slice(0, -word.length).trim()
    if (rest !== '' && fits(command, rest, scene)) return { command, ref: at.ref, rest }
  }
  return null
}

const fits = (command: Command, rest: string, scene: Scene): boolean =>
  command.takesDay === true
    ? holdsDay(rest) && isAddressed(scene)
    : (command.name === '转' || command.name === '派') && scene.namesCadre(rest)
