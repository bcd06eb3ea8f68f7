import type { OrderName } from '../domain/order-name.ts'
import {
  clausesOf,
  isAsked,
  isAskedAbout,
  isForbiddenIn,
  isForLater,
  isGranted,
  isOfDoer,
  isOfWhatIsLeft,
  isQuestionAtEnd,
  isRefused,
  isRetold,
  isStillAway,
  isSupposed,
  isTurned,
} from '../reading/doubts.ts'
import { phrasesOf } from '../reading/grammar.ts'
import { type Frame, intents, withinFor } from '../reading/intents.ts'
import { isFact, isFinal, isHearsay, isIllInTheEnd, isMended } from '../reading/plainly.ts'
import { type Kept, Scan } from '../reading/scan.ts'
import { mayBeName } from '../reading/surnames.ts'
import { isHalfOfEither } from '../reading/twisted.ts'
import { type Command, isFor, type Scene, STEWARDS } from './define-command.ts'
import { isMeant, PUT_OFF } from './meant.ts'
import type { Apart } from './number-apart.ts'
import type { Reading } from './reading.ts'
import { slotsIn } from './slots.ts'

/** Something said that belongs to an order, and where it was said. */
export interface Sign {
  scan: Scan
  command: Command
  frame: Frame
  at: number
  end: number
  fixed: number
  kept: readonly Kept[]
}

/** 我弄 in 我弄好了, 管 in 不归我管: part of what says something else, whether that holds or not; but 满仓接没接 tells nothing. */
function outweighs(other: Sign, sign: Sign): boolean {
  if (other.command === sign.command || other.at >= sign.end || other.end <= sign.at || other.frame.marks.includes('weak')) return false
  if (other.frame.marks.includes('asks') && isOfWhatIsLeft(other.scan, other)) return false
  if (other.command.sort === 'tells' && sign.frame.marks.includes('asks') && isQuestionAtEnd(other.scan.text)) return false
  const around = other.at <= sign.at && other.end >= sign.end
  return other.fixed > sign.fixed && (around || intents().over.get(other.frame.order)?.has(sign.frame.order) === true)
}

/** 上门 in 备注：需上门 is only what is to be noted. */
const isNotedBy = (other: Sign, sign: Sign): boolean =>
  other.kept.some((k) => k.slot === 'kept' && other.at < k.at && k.at <= sign.at && k.at + k.words.length >= sign.end)

/** 李建国明天要去县里培训, 周大爷看错了: somebody else's leave, somebody else's slip. */
const isOfAnother = (scan: Scan, at: number): boolean =>
  ['who', 'others'].some((list) =>
    scan
      .spansOf(list)
      .some((s) => s.end <= at && at - s.end <= (scan.text[s.end] === '把' ? 8 : 2) && !/[，,。 ]/u.test(scan.text.slice(s.end, at))),
  ) || mayBeName(subjectBefore(scan.text, at))

/** 坪09建国认领: whoever is named right before it is to do it. */
const isNamedAt = (scan: Scan, at: number): boolean => scan.spansOf('who').some((s) => s.end === at)

/** What a clause begins with, up to here: 林玉珍 in 林玉珍弄岔了. */
const subjectBefore = (text: string, at: number): string => {
  const clause = clausesOf(text).find((c) => at >= c.at && at < c.end)
  return clause ? text.slice(clause.at, at) : ''
}

/** 名字又弄错了, 选错年度了: a mistake in the work itself, which is no slip and no false alarm. */
const isAmiss = (scan: Scan, at: number): boolean =>
  scan.spansOf('amiss').some((s) => s.end === at) || scan.spansOf('amiss-of').some((s) => s.at === at)
const OF_A_SLIP: readonly OrderName[] = ['撤销', '不是事']

/** 我去看 in 我去看望了, 我弄 in 我弄错了: it has been done. */
const isDoneSince = (text: string, end: number): boolean =>
  '看瞧瞅问弄办修搞整'.includes(text.charAt(end - 1)) && /^(?:[望错岔反混坏]?[了过]|[^\s，,。]*了[一两半几个趟阵])/u.test(text.slice(end))

/** What stands round it makes something else of it: granted, asked, done by another, not come yet. */
function isUnmeant({ scan, command: { name, sort, keeps }, kept, ...span }: Sign): boolean {
  if (keeps === 'who' && (kept.some((k) => isRefused(scan, k.at + k.words.length)) || isForbiddenIn(scan, span))) return true
  // 缓到啥时候, 延几天合适: a question that wants nothing.
  const mayBeAsked = sort === 'lets-go' || PUT_OFF.includes(name)
  if (mayBeAsked && isAskedAbout(scan, span)) return true
  // 水管说是昨天修，修没修: what is asked tells nothing and takes nothing on.
  if ((sort === 'tells' || name === '接') && isQuestionAtEnd(scan.text)) return true
  // 老汉说他看错了 is told by whom it concerns; 供电所的人说不归村上管 is not.
  if (sort === 'lets-go')
    return isGranted(scan, span) || (name === '不是事' ? isMended(scan.text) || isIllInTheEnd(scan, span) : isHearsay(scan, span.at))
  // 明天要是下雨我就请假.
  if (name === '请假') return isSupposed(scan, { ...span, at: span.end })
  if (name === '接') return isOfDoer(scan, span) || isNamedAt(scan, span.at) || isDoneSince(scan.text, span.end)
  return name === '恢复' && isStillAway(scan, span)
}

function holds({ scan, frame, command, kept, ...span }: Sign): boolean {
  const { marks } = frame
  if (marks.includes('first') && span.at > 0) return false
  if (marks.includes('self') && isOfAnother(scan, span.at)) return false
  if (OF_A_SLIP.includes(command.name) && isAmiss(scan, span.at)) return false
  if (isHalfOfEither(scan.text, span.at)) return false
  if (marks.includes('asks')) return isAsked(scan, span)
  if (!isMeant(command, scan) || isUnmeant({ scan, frame, command, kept, ...span })) return false
  if (marks.includes('final')) return isFinal(scan, span)
  return marks.includes('fact') ? isFact(scan, span) : !isTurned(scan, span) && !isSupposed(scan, span)
}

/** 坪07我明天不在，请王芳代办 and 娃住院，这件请王芳接手 ask for no leave; 7号请假一天 does. */
export const isBesideNumber = ({ name }: Command, { ref, mayBeDay, words }: Apart): boolean =>
  name === '请假' && ((ref !== null && !mayBeDay) || phrasesOf('this-one', 'doubt.txt').some((one) => words.includes(one)))

/** 请批准延期 by who is asked for nothing is no 批准; 老婆婆盼着赶紧修 by who is to mend it hurries nobody. */
const isBeyond = ({ name, sort, for: whom }: Command, { person }: Scene): boolean =>
  (sort === 'answers' || name === '督办') && !isFor(whom, person)

/** Who assigns nothing hands over what is his: 派给满仓吧; who has no 督办 hurries whoever is at it, where nothing else is wanted: 07盯紧点 by a secretary. */
const asTheirs = (order: string, orders: ReadonlyMap<string, Command>, { person }: Scene): string => {
  const isSteward = isFor(STEWARDS, person)
  if (order === '派') return isSteward ? order : '转'
  const supervise = order === '督办' ? orders.get(order) : undefined
  return supervise && isSteward && !isFor(supervise.for, person) ? '催办' : order
}

/** Every sign of an order in the words; only what speaks of several numbers is looked for among the numbers. */
export function signsIn(text: string, said: Apart, scene: Scene, commands: readonly Command[], whole: Reading | null): Sign[] {
  const { ref, words } = said
  const slots = slotsIn(scene, commands)
  const all = new Scan(text, slots)
  if (isForLater(all)) return []
  const rest = words === text ? all : new Scan(words, slots)
  const orders = new Map<string, Command>(commands.map((c) => [c.name, c]))
  const signs: Sign[] = []
  for (const frame of withinFor(text)) {
    const command = orders.get(asTheirs(frame.order, orders, scene))
    if (whole && frame.order !== whole.command.name && !intents().over.get(frame.order)?.has(whole.command.name)) continue
    if (!command || isBeyond(command, scene) || (frame.marks.includes('bare') && ref) || isBesideNumber(command, said)) continue
    const scan = frame.refs ? all : rest
    for (const found of scan.find(frame.parts)) signs.push({ command, frame, scan, ...found })
  }
  const told = signs.filter((sign) => !signs.some((other) => other.scan === sign.scan && isNotedBy(other, sign)))
  const held = told.filter((sign) => holds(sign) && !told.some((other) => other.scan === sign.scan && outweighs(other, sign)))
  // 没坏 may be said of what was mended as well, and 他问啥时候修 be part of a visit: it counts where nothing else is said.
  const isWeak = ({ frame: { marks }, scan, ...span }: Sign) => marks.includes('weak') || (marks.includes('asks') && isRetold(scan, span))
  const isInstead = ({ frame: { order }, command }: Sign) => order === '督办' && command.name !== order
  const last = Math.max(...held.map((sign) => sign.at))
  const isOutdone = (sign: Sign) => isGranted(sign.scan, sign) && clausesOf(sign.scan.text).some((c) => c.at > sign.at && c.at <= last)
  // 坑都填平了，没事了: said behind what was done, it tells how well it is.
  const isSaidOfDone = ({ command, at }: Sign) =>
    command.name === '不是事' && held.some((other) => other.command.name === '办结' && other.fixed > 2 && other.end <= at)
  // 拖了几天，灯已经修好; 还得几天，给我延到礼拜天: what stands before what was done, or some days before what is wished, asks nothing.
  const isBeforeDone = ({ frame, scan: { text }, at, end }: Sign) =>
    frame.marks.includes('asks') &&
    held.some(
      (other) =>
        other.at >= end &&
        ((other.command.name === '办结' && other.fixed > 2) || (other.command.sort === 'wishes' && text.slice(at, end).includes('几天'))),
    )
  return held
    .filter((sign) => !isOutdone(sign) && !isSaidOfDone(sign) && !isBeforeDone(sign))
    .filter((sign) => !isWeak(sign) || !held.some((other) => other.command !== sign.command && !isWeak(other)))
    .filter((sign) => !isInstead(sign) || !held.some((other) => other.command !== sign.command && other.command.sort !== 'tells'))
}
