import { isCadre } from '../domain/people.ts'
import type { TicketRef } from '../spoken/ticket-ref.ts'
import { type Command, isAddressed, isFor, type Scene } from './define-command.ts'
import { readNatural } from './read-natural.ts'
import { refIn } from './ref-in.ts'
import { GAP, isQuestion, isTalk, MEASURED } from './talk.ts'

/** What a line asks for, before any ticket is looked up. */
export interface Reading {
  command: Command
  ref: TicketRef | null
  rest: string
  /** 老王那个事办好了: the ticket is known by who told it. */
  reporter?: string
  /** 收到: only of work that was just given. */
  newWork?: true
}

const END = /[。.!！~～，,\s]+$/u
const LONGEST = 500
/** Small words between a number and what is to be done with it. */
const BETWEEN = /^(?:那个|那件|这件|的事情?|的|已经|现在|都|给|我)+/u

interface Word {
  command: Command
  word: string
}

const remembered = new WeakMap<readonly Command[], readonly Word[]>()

/** The longest word first; 好了 is rather 办结 than 满意 in the mouth of those who may say both. */
function wordsOf(commands: readonly Command[]): readonly Word[] {
  const known = remembered.get(commands)
  if (known) return known
  const isAsked = ({ command }: Word) => Number(command.ticket === 'asked')
  const words = commands.flatMap((command) => [command.name, ...command.also].map((word) => ({ command, word })))
  words.sort((a, b) => b.word.length - a.word.length || isAsked(a) - isAsked(b))
  remembered.set(commands, words)
  return words
}

/** Pure: what is not an order is null, and so a message. */
export function readOrder(typed: string, scene: Scene, commands: readonly Command[]): Reading | null {
  const text = typed.replace(END, '')
  if (text === '' || text.length > LONGEST) return null
  const words = wordsOf(commands)
  return (
    fromWord(text, scene, words) ??
    fromNumber(text, scene, words) ??
    bareLabel(text, scene, commands) ??
    (isCadre(scene.person) ? readNatural(text, scene, commands) : null)
  )
}

/** 待办; 接 7; 办结7换了灯泡; 转 王芳 while quoting. */
function fromWord(text: string, scene: Scene, words: readonly Word[]): Reading | null {
  for (const { command, word } of words) {
    if (!text.startsWith(word)) continue
    const official = word === command.name
    const theirs = isFor(command.for, scene.person)
    // A word that is not theirs is an order only when it is typed as one; then it is politely refused.
    if (!theirs && !official) continue
    const after = text.slice(word.length)
    const rest = after.replace(GAP, '')
    if (word === '+1' && /^\d/u.test(after)) continue
    if (rest === '') {
      if (theirs ? isOrderAlone(command, word, scene) : !scene.inGroup && word.length > 1 && !command.onlyWithTicket)
        return { command, ref: null, rest: '' }
      continue
    }
    const ref = command.ticket === 'none' ? null : refIn(rest, scene.shorts)
    if (ref && refers(command, word, rest, ref, scene)) return { command, ref, rest: ref.rest }
    if (theirs && follows(command, word, after, rest, scene)) return { command, ref: null, rest }
  }
  return null
}

/** The longer the word and the plainer the break behind the number, the surer it is an order: 接 7, but not 接 7 点的车. */
function refers(command: Command, word: string, rest: string, ref: TicketRef, scene: Scene): boolean {
  const said = rest.slice(0, rest.length - ref.rest.length)
  const apart = ref.rest === '' || /[\s，,、:：。.;；】\]号件]$/u.test(said)
  if (MEASURED.test(ref.rest) || isQuestion(ref.rest)) return false
  if (word === command.name && word.length > 1) return true
  if (apart) return word.length > 1 || !isTalk(ref.rest)
  return word === command.name && scene.namesCadre(ref.rest)
}

function follows(command: Command, word: string, after: string, rest: string, scene: Scene): boolean {
  const apart = GAP.test(after)
  const official = word === command.name
  if (command.fits) return (official || command.ticket === 'none' || isAddressed(scene)) && command.fits(rest, scene, apart)
  if (isTalk(rest) || MEASURED.test(rest)) return false
  if (official) return apart && word.length > 1 && (command.ticket !== 'named' || isAddressed(scene))
  if (scene.quotingOwn && command.ticket === 'mine') return true
  return apart && command.ticket === 'mine' && isAddressed(scene) && word.length > 2
}

/** A word and nothing else. What people also say among themselves counts only where the bot is spoken to. */
function isOrderAlone(command: Command, word: string, scene: Scene): boolean {
  if (command.onlyWithTicket) return false
  if (isAddressed(scene)) return true
  if (word === command.name) return word.length > 1 || word === '接'
  if (command.ticket === 'mine') return word.length > 2
  if (command.ticket === 'asked') return command.name === '没修好'
  return word.length > 3
}

/** 7号弄完了, 07好了 换的新灯, 坪07 进度. */
function fromNumber(text: string, scene: Scene, words: readonly Word[]): Reading | null {
  const ref = refIn(text, scene.shorts)
  if (!ref || ref.rest === '') return null
  const said = ref.rest.replace(BETWEEN, '')
  for (const { command, word } of words) {
    if (command.ticket === 'none' || !said.startsWith(word)) continue
    const official = word === command.name
    const after = said.slice(word.length)
    const rest = after.replace(GAP, '')
    if (!isFor(command.for, scene.person) && !(official && rest === '')) continue
    if (after === '') return { command, ref: { ...ref, rest: '' }, rest: '' }
    if (isTalk(rest) || MEASURED.test(rest)) continue
    const sure = GAP.test(after) || word.length > (official ? 1 : 2) || scene.namesCadre(rest)
    if (sure && command.ticket !== 'optional') return { command, ref: { ...ref, rest: '' }, rest }
  }
  return null
}

/** 坪07 and nothing else, one-to-one, asks how it stands. */
function bareLabel(text: string, scene: Scene, commands: readonly Command[]): Reading | null {
  const ref = scene.inGroup ? null : refIn(text, scene.shorts)
  const command = commands.find((c) => c.name === '进度')
  return ref && ref.village !== null && ref.rest === '' && command ? { command, ref, rest: '' } : null
}
