import { isCadre } from '../domain/people.ts'
import { clausesOf } from '../reading/doubts.ts'
import { withoutEdges } from '../reading/marks.ts'
import { isOfWork } from '../reading/of-work.ts'
import type { Slots } from '../reading/scan.ts'
import type { TicketRef } from '../reading/ticket-ref.ts'
import { daysAndNames } from './days-and-names.ts'
import { type Command, isFor, type Scene } from './define-command.ts'
import { type Apart, apart, digitsApart, firstRef } from './number-apart.ts'
import { onlyMarked, type Reading } from './reading.ts'
import { isBesideNumber, type Sign, signsIn } from './signs.ts'
import { slotsIn } from './slots.ts'
import { isQuestion, isTalk } from './talk.ts'
import { isOfWorld, lookMeant, meant, sure, wantedIn } from './weigh-signs.ts'

/** 坪07谁说修好了; what is longer tells something, though it may hold a 啥. */
const LONGEST_ASKED = 12

export interface Within {
  reading: Reading | null
  /** The orders that may be meant where there are several. */
  likely: Command[]
}

/** 好了 by a cadre judges nothing, and who gives a number asks for no leave: 7号我明天不在，请王芳代办. */
const isBeside = ({ command }: Reading, said: Apart): boolean => command.ticket === 'asked' || isBesideNumber(command, said)

/** `read`: what the line as a whole was read as, which an order that stands over it outweighs. */
export function readWithin(typed: string, scene: Scene, commands: readonly Command[], read: Reading | null): Within {
  if (scene.inGroup || !isCadre(scene.person)) return { reading: read, likely: [] }
  const text = digitsApart(typed.replace(/[啦喽咯]/gu, '了'))
  const said = apart(text, scene)
  const whole = read !== null && isBeside(read, said) ? null : read
  const signs = signsIn(text, said, scene, commands, whole)
  const all = sure(signs, said.ref).filter(({ frame, scan }) => !(frame.marks.includes('asks') && isOfWorld(scan)))
  const wanted = whole ? null : wantedIn(all, said, scene.person)
  const likely = wanted ? [wanted] : meant([...(whole ? [whole.command] : []), ...all.map((s) => s.command)], scene.person)
  if (whole && likely.includes(whole.command)) return { reading: whole, likely: [] }
  if (likely.length === 0) return { reading: read ?? looked(said, commands, scene), likely }
  const [first, second] = likely
  const [best] = signs.filter((s) => s.command === first).sort((a, b) => b.fixed - a.fixed)
  if (!first || second || !best || !isFor(first.for, scene.person)) return { reading: null, likely }
  const command = lookMeant(best, said.ref, commands)
  const isNumbered = command === first ? best.frame.marks.includes('numbered') : command.ticket !== 'none'
  const isOfNone = said.ref === null && isNumbered && !best.frame.marks.includes('ended')
  const only = isOfNone ? ofNoNumber(best, signs) : onlyMarked(best.frame.marks)
  // 7号请假一天: of what takes no number, the number is a day.
  const rest = restOf(best, command.ticket === 'none' ? text : best.scan.text, slotsIn(scene, commands))
  const ref = command.ticket === 'none' ? null : (ownNumber(best, said, scene) ?? said.ref)
  return { reading: { command, ref, rest, ...(only && { only }) }, likely: [command] }
}

/** 7号先不说，11号让王芳弄: the number in the sign's own clause, where the first stands in another; what asks for a day may have one there. */
function ownNumber({ scan, command, at }: Sign, { ref, words, from }: Apart, scene: Scene): TicketRef | null {
  const clause = ref && scan.text === words && !command.takesDay ? clausesOf(words).find((c) => at >= c.at && at < c.end) : undefined
  if (!clause || (from >= clause.at && from <= clause.end)) return null
  const found = firstRef(words.slice(clause.at, clause.end), scene)
  return found && { village: found.village, number: found.number, rest: '' }
}

/** 坪07谁说修好了: a question about a matter that asks for nothing else is answered with the matter itself. */
function looked({ ref, words }: Apart, commands: readonly Command[], { person }: Scene): Reading | null {
  const command = commands.find((c) => c.name === '进度' && isFor(c.for, person))
  return ref && command && isTalk(words) && (isQuestion(words) || words.length <= LONGEST_ASKED) ? { command, ref, rest: '' } : null
}

/** Where no number stands: a matter that is named, or the one in hand where the line is of nothing but the work. */
function ofNoNumber({ scan, command, frame }: Sign, signs: readonly Sign[]): Reading['only'] {
  const told = signs.filter((s) => s.scan === scan && s.fixed * 2 >= s.end - s.at)
  if (frame.marks.includes('named') || !isOfWork(scan, told)) return 'named'
  return command.name === '接' ? 'newWork' : 'work'
}

/** 这礼拜天天打防疫针，再延一周: the day that is asked for stands behind another. */
const isAfterDay = ({ scan, at, end }: Sign): boolean => {
  const days = scan.spansOf('when')
  return days.some((d) => d.end <= at) && days.some((d) => d.at >= at && d.end <= end)
}

const dayFirst = ({ scan: { text }, at, end }: Sign): string =>
  `${text.slice(at, end)}，${withoutEdges(`${text.slice(0, at)}${text.slice(end)}`)}`

function restOf(sign: Sign, words: string, slots: Slots): string {
  const { command, frame, kept } = sign
  if (frame.marks.includes('words')) return command.takesDay && isAfterDay(sign) ? dayFirst(sign) : words
  if (frame.marks.includes('gather')) return daysAndNames(words, slots)
  return kept.map((k) => k.words.trim()).join(' ')
}
