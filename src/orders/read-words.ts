import { isCadre } from '../domain/people.ts'
import { holdsDay, isDayAndReason, startsWithDay } from '../reading/day-words.ts'
import { isSetOff, withoutHead } from '../reading/marks.ts'
import type { TicketRef } from '../reading/ticket-ref.ts'
import { type Command, isAddressed, isFor, type Scene } from './define-command.ts'
import type { Reading, Weighed } from './reading.ts'
import { numberAtEnd, refAtEnd, refIn } from './ref-in.ts'
import { isQuestion, isTalk, MEASURED } from './talk.ts'
import { type Word, wordsAt, wordsOf } from './words-of.ts'

/** 待办？, 撤回吧, 别说是我说的啊. */
const SOFT_END = /[?？啊呀呢吧哦嘛哈了]+$/u
/** An order that is typed by its own name is that order, whatever else would fit. */
const BY_NAME = 100
/** Who or when before the word weighs less than any frame. */
const FROM_END = 0

/** What the orders' own words make of a line, wherever in it they stand. */
export function readWords(text: string, scene: Scene, commands: readonly Command[]): Weighed | null {
  const first = fromWord(text, scene, commands) ?? alone(text, scene, commands)
  if (first) return { reading: first.reading, fixed: first.word === first.reading.command.name ? BY_NAME : first.word.length }
  const found = fromNumber(text, scene, commands)
  if (found) return { reading: found.reading, fixed: found.word.length }
  const reading = isCadre(scene.person) ? fromEnd(text, scene, wordsOf(commands)) : null
  return reading && { reading, fixed: FROM_END }
}

interface Said {
  word: string
  reading: Reading
}

/** 待办; 接 7; 办结7换了灯泡; 转 王芳 while quoting. */
function fromWord(text: string, scene: Scene, commands: readonly Command[]): Said | null {
  for (const said of wordsAt(text, commands)) {
    const { command, word } = said
    const official = word === command.name
    const theirs = isFor(command.for, scene.person)
    // A word that is not theirs is an order only when it is typed as one; then it is politely refused.
    if (!theirs && !official) continue
    const after = text.slice(word.length)
    const rest = withoutHead(after)
    if (word === '+1' && /^\d/u.test(after)) continue
    if (rest === '') {
      const found = theirs ? orderAlone(said, scene) : deniedAlone(said, scene)
      if (found) return { word, reading: found }
      continue
    }
    const ref = command.ticket === 'none' ? null : refIn(rest, scene.shorts)
    if (ref && refers(said, rest, ref, scene)) return { word, reading: { command, ref, rest: ref.rest, ...inHand(said, scene) } }
    const last = command.ticket === 'none' || !theirs ? null : (refAtEnd(rest, scene.shorts) ?? ofCadre(rest, scene))
    if (last && follows(said, after, last.rest, scene, true))
      return { word, reading: { command, ref: { ...last, rest: '' }, rest: last.rest, ...inHand(said, scene) } }
    const may = theirs ? follows(said, after, rest, scene) : deniedWith(said, after, rest, scene)
    if (may) return { word, reading: { command, ref: null, rest, ...justTold(said, scene) } }
  }
  return null
}

/** The same word with a mark or a particle behind it, and nothing else: 待办？, 撤回吧. Of a question nothing is done. */
function alone(text: string, scene: Scene, commands: readonly Command[]): Said | null {
  const bare = text.replace(SOFT_END, '')
  if (bare === text || bare === '') return null
  const asks = isQuestion(text)
  for (const said of wordsAt(text, commands)) {
    const { command, word } = said
    const looks = command.ticket === 'none' || command.ticket === 'optional'
    if ((word !== bare && word !== text.replace(/[?？啊呀哦嘛哈]+$/u, '')) || (asks && !looks) || !isFor(command.for, scene.person))
      continue
    const found = word.length > 1 && !command.onlyWithTicket ? orderAlone(said, scene) : null
    if (found) return { word, reading: found }
  }
  return null
}

/** 指派李建国办7号. */
function ofCadre(rest: string, scene: Scene): TicketRef | null {
  const at = scene.namesCadre(rest) ? numberAtEnd(rest, scene.shorts) : null
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
  // 转 500 给他 is money, 给7号加个说明 a note.
  const mayBeElse = word !== command.name || !isAddressed(scene)
  if (apart && word.length === 1 && ref.rest !== '' && mayBeElse && command.move === 'transfer')
    return scene.namesCadre(ref.rest.replace(/^给/u, ''))
  if (apart) return word.length > 1 || !isTalk(ref.rest)
  return word === command.name && scene.namesCadre(ref.rest)
}

/** Whether these words may follow where no number does, or where the number stands at the end. */
function follows({ command, word, kind }: Word, after: string, rest: string, scene: Scene, numbered = false): boolean {
  const apart = isSetOff(after)
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
  return typedAsOne && (command.fits?.(rest, scene, isSetOff(after)) ?? false)
}

/** Small words between a number and what is to be done with it: 7号那个已经修好了, but 我 of 1号我来 belongs to the order. */
const BETWEEN = /^(?:[那这][个件]|的事情?|的|已经|现在|都|给|我|你|就|也|还是|今天|昨天|刚刚?|这边)+/u
/** 7号刚拆开: told of what was done, and no wish. */
const JUST_DONE = /^(?:刚刚?|已经)/u
/** 7号要延期: of what is done with the owner's own matter, wanting it is asking for it. */
const WANTED = /^(?:要|想|得|需要|申请|可以|能不能|应该|重点|先)+/u
/** 挂一下, 走访完了. */
const SOFT = /^(?:一下子?|一哈|完)?了?(?=$|[\s，,])[，, ]*/u
/** 把42办结了. */
const TAKING = /^(?:请|麻烦)?把 ?/u

/** 7号弄完了, 07好了 换的新灯, 坪07 进度, 20 推迟到12月10日. */
function fromNumber(text: string, scene: Scene, commands: readonly Command[]): Said | null {
  const ref = refIn(text.replace(TAKING, ''), scene.shorts)
  if (!ref || ref.rest === '') return null
  const shorter = ref.rest.replace(BETWEEN, '')
  const wanted = shorter.replace(WANTED, '')
  for (const said of new Set([ref.rest, shorter, wanted]))
    for (const word of wordsAt(said, commands)) {
      const isWish = word.command.sort === 'wishes'
      if (said === wanted && said !== shorter && !isWish) continue
      if (isWish && said !== ref.rest && JUST_DONE.test(ref.rest)) continue
      const found = orderOf(word, said, scene)
      if (found) return { word: word.word, reading: { ...found, ref: { ...ref, rest: '' } } }
    }
  return null
}

/** 7号办结后已回访 tells of what came after. */
const AFTERWARDS = /^[之以]?[后前](?![天日年])/u
/** 7号给满仓宽两天 hands nothing over. */
const GRANTS_DAYS = /[宽延缓加添补多推顺](?:限|期|上|给|出)?[^，, ]{0,3}(?:天|周|礼拜|星期)/u

function orderOf({ command, word, kind }: Word, said: string, scene: Scene): Omit<Reading, 'ref'> | null {
  if (command.ticket === 'none') return null
  const official = word === command.name
  const whole = said.slice(word.length)
  const after = whole === '' ? whole : whole.replace(SOFT, (soft) => (soft === whole ? '' : ' '))
  const rest = withoutHead(after)
  if (!isFor(command.for, scene.person) && !(official && rest === '')) return null
  const only = kind !== 'sure' && !isAddressed(scene) ? { only: 'inHand' as const } : {}
  if (rest === '') return { command, rest: '', ...only }
  if (isTalk(rest) || (MEASURED.test(rest) && !scene.namesCadre(rest))) return null
  if (AFTERWARDS.test(rest) || (command.move === 'transfer' && GRANTS_DAYS.test(rest))) return null
  // 7号转给满仓不合适 gives nothing to him.
  const given = rest.replace(/^给/u, '')
  if (isGiving(command) && scene.namesCadre(given) && isAddressed(scene) && command.fits?.(given, scene, true) === false) return null
  // 7号改王芳 hands it over.
  if (command.move === 'reclassify' && scene.namesCadre(rest)) return null
  const sure = isSetOff(after) || (kind === 'sure' && word.length > (official ? 1 : 2)) || scene.namesCadre(rest) || goesOn(command, rest)
  return sure && command.ticket !== 'optional' && command.ticket !== 'numbered' ? { command, rest, ...only } : null
}

/** 推迟到12月10日, 改成邻里事: what follows is just what the command asks for. */
const goesOn = (command: Command, rest: string): boolean =>
  (command.takesDay === true && isDayAndReason(rest)) || (command.takes?.test(rest) ?? false)

/** Who or when stands before the word: both are what the word asks for, so nothing else can be meant. */
function fromEnd(text: string, scene: Scene, words: readonly Word[]): Reading | null {
  const at = numberAtEnd(text, scene.shorts)
  if (!at || isTalk(at.before)) return null
  for (const { command, word, kind } of words) {
    if (kind !== 'sure' || command.ticket === 'none' || !isFor(command.for, scene.person) || !at.before.endsWith(word)) continue
    const rest = at.before.slice(0, -word.length).trim()
    if (rest !== '' && fits(command, rest, scene)) return { command, ref: at.ref, rest }
  }
  return null
}

const isGiving = ({ name }: Command): boolean => name === '转' || name === '派'
const fits = (command: Command, rest: string, scene: Scene): boolean =>
  command.takesDay === true ? holdsDay(rest) && isAddressed(scene) : isGiving(command) && scene.namesCadre(rest)
