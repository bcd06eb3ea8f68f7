import { isCadre } from '../domain/people.ts'
import { startsWithDay } from '../reading/day-words.ts'
import type { TicketRef } from '../reading/ticket-ref.ts'
import { type Command, isAddressed, isFor, type Scene } from './define-command.ts'
import { plainer } from './plainer.ts'
import { fromEnd, numberAtEnd } from './read-from-end.ts'
import { readHow } from './read-how.ts'
import { readLooks } from './read-looks.ts'
import { readNatural } from './read-natural.ts'
import { fromNumber } from './read-number.ts'
import { readResident } from './read-resident.ts'
import { refAtEnd, refIn } from './ref-in.ts'
import { GAP, isQuestion, isTalk, MEASURED } from './talk.ts'
import { type Word, wordsAt, wordsOf } from './words-of.ts'

/** What a line asks for, before any ticket is looked up. */
export interface Reading {
  command: Command
  ref: TicketRef | null
  rest: string
  /** 老王那个事办好了: the ticket is known by who told it. */
  reporter?: string
  /** Said in a way that people also use among themselves, so it must find its ticket: */
  only?: 'newWork' | 'inHand' | 'justTold' | 'takenBack'
}

const END = /[。.!！~～，,\s]+$/u
/** 待办？, 撤回吧, 别说是我说的啊. */
const SOFT_END = /[?？啊呀呢吧哦嘛哈了]+$/u
const LONGEST = 500

/** Pure: what is not an order is null, and so a message. */
export function readOrder(typed: string, scene: Scene, commands: readonly Command[]): Reading | null {
  const text = typed.replace(END, '')
  if (text === '' || text.length > LONGEST) return null
  const words = wordsOf(commands)
  for (const form of [text, ...plainer(text, scene, commands, isAddressed(scene))]) {
    const found = readForm(form, scene, commands, words)
    if (found) return found
  }
  return null
}

const readForm = (text: string, scene: Scene, commands: readonly Command[], words: readonly Word[]): Reading | null =>
  fromWord(text, scene, commands) ??
  alone(text, scene, commands) ??
  fromNumber(text, scene, commands) ??
  bareNumber(text, scene, commands) ??
  readHow(text, scene, commands) ??
  readResident(text, scene, commands) ??
  (isCadre(scene.person) ? (readNatural(text, scene, commands) ?? fromEnd(text, scene, words)) : null) ??
  readLooks(text, scene, commands)

/** 待办; 接 7; 办结7换了灯泡; 转 王芳 while quoting. */
function fromWord(text: string, scene: Scene, commands: readonly Command[]): Reading | null {
  for (const said of wordsAt(text, commands)) {
    const { command, word } = said
    const official = word === command.name
    const theirs = isFor(command.for, scene.person)
    // A word that is not theirs is an order only when it is typed as one; then it is politely refused.
    if (!theirs && !official) continue
    const after = text.slice(word.length)
    const rest = after.replace(GAP, '')
    if (word === '+1' && /^\d/u.test(after)) continue
    if (rest === '') {
      const found = theirs ? orderAlone(said, scene) : deniedAlone(said, scene)
      if (found) return found
      continue
    }
    const ref = command.ticket === 'none' ? null : refIn(rest, scene.shorts)
    if (ref && refers(said, rest, ref, scene)) return { command, ref, rest: ref.rest, ...inHand(said, scene) }
    const last = command.ticket === 'none' || !theirs ? null : (refAtEnd(rest, scene.shorts) ?? ofCadre(rest, scene))
    if (last && follows(said, after, last.rest, scene, true))
      return { command, ref: { ...last, rest: '' }, rest: last.rest, ...inHand(said, scene) }
    const may = theirs ? follows(said, after, rest, scene) : deniedWith(said, after, rest, scene)
    if (may) return { command, ref: null, rest, ...justTold(said, scene) }
  }
  return null
}

/** The same word with a mark or a particle behind it, and nothing else: 待办？, 撤回吧. Of a question nothing is done. */
function alone(text: string, scene: Scene, commands: readonly Command[]): Reading | null {
  const bare = text.replace(SOFT_END, '')
  if (bare === text || bare === '') return null
  const asks = isQuestion(text)
  for (const said of wordsAt(text, commands)) {
    const { command, word } = said
    const looks = command.ticket === 'none' || command.ticket === 'optional'
    if ((word !== bare && word !== text.replace(/[?？啊呀哦嘛哈]+$/u, '')) || (asks && !looks) || !isFor(command.for, scene.person))
      continue
    const found = word.length > 1 && !command.onlyWithTicket ? orderAlone(said, scene) : null
    if (found) return found
  }
  return null
}

/** 指派李建国办7号. */
function ofCadre(rest: string, scene: Scene): TicketRef | null {
  const at = scene.namesCadre(rest) ? numberAtEnd(rest, scene) : null
  return at && { ...at.ref, rest: at.before }
}

const inHand = ({ kind }: Word, scene: Scene): Pick<Reading, 'only'> =>
  kind !== 'sure' && scene.inGroup && !scene.called && !scene.quoting ? { only: 'inHand' } : {}
const justTold = ({ kind }: Word, scene: Scene): Pick<Reading, 'only'> =>
  kind === 'told' && !isAddressed(scene) ? { only: 'justTold' } : {}

/** The longer the word and the plainer the break behind the number, the surer it is an order: 接 7, but not 接 7 点的车. */
function refers({ command, word }: Word, rest: string, ref: TicketRef, scene: Scene): boolean {
  const said = rest.slice(0, rest.length - ref.rest.length)
  const apart = ref.rest === '' || /[\s，,、:：。.;；】\]号件]$/u.test(said)
  // 转 7 张满仓: a name may begin like a measure.
  if ((MEASURED.test(ref.rest) && !scene.namesCadre(ref.rest)) || isQuestion(ref.rest)) return false
  if (word === command.name && word.length > 1) return true
  // 转 500 给他 is money.
  if (apart && word.length === 1 && ref.rest !== '' && !isAddressed(scene) && command.move === 'transfer')
    return scene.namesCadre(ref.rest.replace(/^给/u, ''))
  if (apart) return word.length > 1 || !isTalk(ref.rest)
  return word === command.name && scene.namesCadre(ref.rest)
}

/** Whether these words may follow where no number does, or where the number stands at the end. */
function follows({ command, word, kind }: Word, after: string, rest: string, scene: Scene, numbered = false): boolean {
  const apart = GAP.test(after)
  const official = word === command.name
  const addressed = isAddressed(scene)
  if (kind !== 'sure' && !addressed && !numbered && kind !== 'told') return false
  // 延 两天, 给 王芳: a word that wants a number goes without only before what its command asks for.
  if (kind === 'numbered' && !numbered && !startsWithDay(rest) && !scene.namesCadre(rest)) return false
  if (command.fits)
    return (official || command.ticket === 'none' || addressed || kind === 'told' || numbered) && command.fits(rest, scene, apart)
  if (isTalk(rest) || MEASURED.test(rest)) return false
  if (official || numbered) return apart && word.length > 1 && (command.ticket !== 'named' || addressed || numbered)
  if (scene.quotingOwn && command.ticket === 'mine') return true
  return apart && command.ticket === 'mine' && addressed && word.length > 2
}

/** A word and nothing else. What people also say among themselves counts only where the bot is spoken to. */
function orderAlone(said: Word, scene: Scene): Reading | null {
  const { command, word, kind } = said
  const reading: Reading = { command, ref: null, rest: '' }
  if (command.onlyWithTicket || kind === 'numbered') return null
  if (isAddressed(scene)) return reading
  if (command.alsoTalk) return null
  if (kind === 'told') return { ...reading, only: 'justTold' }
  if (kind === 'spoken') return null
  if (word === command.name) return word.length > 1 || word === '接' ? reading : null
  if (command.ticket === 'mine') return word.length > 2 ? reading : null
  if (command.ticket === 'asked') return command.name === '没修好' ? reading : null
  return word.length > 3 ? reading : null
}

/** 办结 by somebody without an office, one-to-one or quoting: understood, to be refused. */
function deniedAlone({ command, word }: Word, scene: Scene): Reading | null {
  if (command.onlyWithTicket || command.unlisted) return null
  return scene.quoting || (!scene.inGroup && word.length > 1) ? { command, ref: null, rest: '' } : null
}

function deniedWith({ command, word }: Word, after: string, rest: string, scene: Scene): boolean {
  const typedAsOne = word.length > 1 && command.fits !== undefined && (isCadre(scene.person) || !scene.inGroup)
  return typedAsOne && (command.fits?.(rest, scene, GAP.test(after)) ?? false)
}

/** 坪07 or 14 and nothing else, one-to-one, asks how it stands. */
function bareNumber(text: string, scene: Scene, commands: readonly Command[]): Reading | null {
  const ref = scene.inGroup && !scene.called ? null : refIn(text, scene.shorts)
  const command = commands.find((c) => c.name === '进度')
  return ref && ref.rest === '' && command ? { command, ref, rest: '' } : null
}
