import { isCadre, type Person } from '../domain/people.ts'
import { type Frame, intents } from '../reading/intents.ts'
import { isSetOff, withoutTail } from '../reading/marks.ts'
import { isOfWork } from '../reading/of-work.ts'
import { isFact, isFinal, isForLater, isSupposed, isTurned } from '../reading/plainly.ts'
import { type Kept, Scan, type Slots } from '../reading/scan.ts'
import { type FoundRef, type TicketRef, ticketRef } from '../reading/ticket-ref.ts'
import { type Command, isFor, type Scene, STEWARDS } from './define-command.ts'
import { isMeant } from './meant.ts'
import type { Reading } from './reading.ts'
import { slotsIn } from './slots.ts'
import { isQuestion, isTalk } from './talk.ts'

/** 7号, 【7】, #7. */
const MARKED = /[号件#【]/u
/** 05, as numbers stand in every post. */
const AS_POSTED = /^0\d$/u
/** 编号Z0012: a number of somebody else's. */
const THEIRS = /(?:[A-Za-z]|[编单文案]号)[:：]?$/u

/** 坪07谁说修好了; what is longer tells something, though it may hold a 啥. */
const LONGEST_ASKED = 12

export interface Within {
  reading: Reading | null
  /** The orders that may be meant where there are several. */
  likely: Command[]
}

/** Something said that belongs to an order, and where it was said. */
interface Sign {
  scan: Scan
  command: Command
  frame: Frame
  at: number
  end: number
  fixed: number
  kept: readonly Kept[]
}

/** 嗯那个七号, 坪07, 7 at the very beginning: what one-to-one is a number of ours wherever it stands. */
function firstRef(text: string, scene: Scene): FoundRef | null {
  for (let at = 0; at < text.length; at++) {
    const found = isSetOff(text[at] ?? '') ? null : ticketRef(text.slice(at), scene.shorts)
    if (!found) continue
    const end = text.length - found.rest.length
    const typed = withoutTail(text.slice(at, end))
    const isOurs =
      found.village !== null || MARKED.test(typed) || AS_POSTED.test(typed) || ((at === 0 || end === text.length) && /^\d+$/u.test(typed))
    const isDay = found.village === null && (/[月\d到至]$/u.test(text.slice(0, at)) || /^[到至](?![哪啥什底])/u.test(text.slice(end)))
    if (isOurs && !isDay && !THEIRS.test(text.slice(0, at))) return { ...found, at, end: at + typed.length }
  }
  return null
}

/** 【坪07】, 7号: taken out wherever it stands, for what is said of it may be on both sides. */
function apart(text: string, scene: Scene): { ref: TicketRef | null; words: string } {
  const first = firstRef(text, scene)
  if (!first) return { ref: null, words: text }
  const before = text.slice(0, first.at).replace(/(?:[把将对]|关于|那个|这个)$/u, '')
  const after = text
    .slice(first.end)
    .replace(/^(?:那个|这个|的事情?|的|呢|啊|[，, ])+/u, (gap) => (/[，, ]/u.test(gap) && before !== '' ? '，' : ''))
  return { ref: { village: first.village, number: first.number, rest: '' }, words: `${before}${after}` }
}

/** 我弄 in 我弄好了, 管 in 不归我管: part of what says something else, whether that holds or not. */
function outweighs(other: Sign, sign: Sign): boolean {
  if (other.command === sign.command || other.at >= sign.end || other.end <= sign.at) return false
  const around = other.at <= sign.at && other.end >= sign.end
  return other.fixed > sign.fixed && (around || intents().over.get(other.frame.order)?.has(sign.frame.order) === true)
}

/** 上门 in 备注：需上门 is only what is to be noted. */
const isNotedBy = (other: Sign, sign: Sign): boolean =>
  other.kept.some((k) => k.slot === 'kept' && other.at < k.at && k.at <= sign.at && k.at + k.words.length >= sign.end)

function holds({ scan, frame: { marks }, command, ...span }: Sign): boolean {
  if (marks.includes('asks')) return true
  if (marks.includes('final')) return isFinal(scan, span)
  return marks.includes('fact') ? isFact(scan, span) : !isTurned(scan, span) && !isSupposed(scan, span) && isMeant(command, scan)
}

/** Every sign of an order in the words; only what speaks of several numbers is looked for among the numbers. */
function signsIn(
  text: string,
  { ref, words }: ReturnType<typeof apart>,
  scene: Scene,
  commands: readonly Command[],
  whole: Reading | null,
): Sign[] {
  const slots = slotsIn(scene, commands)
  const all = new Scan(text, slots)
  if (isForLater(all)) return []
  const rest = words === text ? all : new Scan(words, slots)
  const orders = new Map<string, Command>(commands.map((c) => [c.name, c]))
  const signs: Sign[] = []
  for (const frame of intents().within) {
    const command = orders.get(frame.order)
    if (whole && frame.order !== whole.command.name && !intents().over.get(frame.order)?.has(whole.command.name)) continue
    if (!command || (frame.marks.includes('bare') && ref)) continue
    const scan = frame.refs ? all : rest
    for (const found of scan.find(frame.parts)) signs.push({ command, frame, scan, ...found })
  }
  const said = signs.filter((sign) => !signs.some((other) => other.scan === sign.scan && isNotedBy(other, sign)))
  return said.filter((sign) => holds(sign) && !said.some((other) => other.scan === sign.scan && outweighs(other, sign)))
}

/** Where no number stands, what wants none is meant rather than what wants one: 请三天假 with 王芳替我 is leave. */
function sure(signs: readonly Sign[], ref: TicketRef | null): readonly Sign[] {
  const wantNone = signs.filter(({ frame }) => !frame.marks.includes('numbered'))
  return ref === null && wantNone.length > 0 ? wantNone : signs
}

/** Of the orders that are spoken of, those that are not said along with another. */
function meant(commands: readonly Command[], person: Person): Command[] {
  const named = [...new Set(commands)]
  const stands = (a: Command, b: Command) => intents().over.get(a.name)?.has(b.name) === true
  // Who may not have it 督办 may still 催办.
  const gives = (c: Command, other: Command) => other.for === STEWARDS && isFor(STEWARDS, person) && stands(c, other)
  const theirs = named.filter((c) => isFor(c.for, person) || !named.some((other) => gives(c, other)))
  return theirs.filter((c) => !theirs.some((other) => stands(other, c)))
}

/** `whole`: what the line as a whole was read as, which an order that stands over it outweighs. */
export function readWithin(typed: string, scene: Scene, commands: readonly Command[], whole: Reading | null): Within {
  if (scene.inGroup || !isCadre(scene.person)) return { reading: whole, likely: [] }
  // 坪07两家: digits and characters never make one number.
  const text = typed.replace(/(?<=\d)(?=[一二两俩三仨四五六七八九十])/gu, '，')
  const said = apart(text, scene)
  const signs = signsIn(text, said, scene, commands, whole)
  const likely = meant([...(whole ? [whole.command] : []), ...sure(signs, said.ref).map((s) => s.command)], scene.person)
  if (whole && likely.includes(whole.command)) return { reading: whole, likely: [] }
  if (likely.length === 0) return { reading: looked(said, commands, scene), likely }
  const [command, other] = likely
  const [best] = signs.filter((s) => s.command === command).sort((a, b) => b.fixed - a.fixed)
  if (!command || other || !best || !isFor(command.for, scene.person)) return { reading: null, likely }
  const isOfNone = said.ref === null && best.frame.marks.includes('numbered') && !best.frame.marks.includes('ended')
  const only = isOfNone ? ofNoNumber(best, signs) : onlyOf(best.frame)
  const rest = restOf(best, slotsIn(scene, commands))
  return { reading: { command, ref: command.ticket === 'none' ? null : said.ref, rest, ...(only && { only }) }, likely }
}

/** 坪07谁说修好了: a question about a matter that asks for nothing else is answered with the matter itself. */
function looked({ ref, words }: ReturnType<typeof apart>, commands: readonly Command[], { person }: Scene): Reading | null {
  const command = commands.find((c) => c.name === '进度' && isFor(c.for, person))
  return ref && command && isTalk(words) && (isQuestion(words) || words.length <= LONGEST_ASKED) ? { command, ref, rest: '' } : null
}

/** Where no number stands: a matter that is named, or the one in hand where the line is of nothing but the work. */
function ofNoNumber({ scan, command, frame }: Sign, signs: readonly Sign[]): Reading['only'] {
  const told = signs.filter((s) => s.scan === scan && s.fixed * 2 >= s.end - s.at)
  if (frame.marks.includes('named') || !isOfWork(scan, told)) return 'named'
  return command.name === '接' ? 'newWork' : 'work'
}

const onlyOf = ({ marks }: Frame): Reading['only'] =>
  marks.includes('ended') ? 'ended' : marks.includes('new-work') ? 'newWork' : marks.includes('mine') ? 'inHand' : undefined

function restOf({ scan, frame, kept }: Sign, slots: Slots): string {
  if (frame.marks.includes('words')) return scan.text
  if (frame.marks.includes('gather')) return daysAndNames(scan.text, slots)
  return kept.map((k) => k.words.trim()).join(' ')
}

/** 我娃结婚，这三天请个假，有事找王芳: the days, and who stands in. */
function daysAndNames(words: string, slots: Slots): string {
  const found: string[] = []
  for (let at = 0; at < words.length; ) {
    const [end = at] = [...slots.when(words, at), ...slots.who(words, at)].sort((a, b) => b - a)
    if (end > at) found.push(words.slice(at, end))
    at = Math.max(end, at + 1)
  }
  return found.join(' ')
}
