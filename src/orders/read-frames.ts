import { isCadre } from '../domain/people.ts'
import { type Frame, intents, type Mark } from '../reading/intents.ts'
import { digitsOf, hasDigit } from '../reading/numbers.ts'
import { isOfThing } from '../reading/of-work.ts'
import { type Kept, type Match, Scan, type Slots } from '../reading/scan.ts'
import { allRefs, type TicketRef, ticketRef } from '../reading/ticket-ref.ts'
import { type Command, isAddressed, isFor, type Scene } from './define-command.ts'
import { onlyMarked, type Reading, type Weighed } from './reading.ts'
import { DAY_BEFORE, numberAtEnd, refAtEnd, refIn } from './ref-in.ts'
import { orderNamed, slotsIn } from './slots.ts'
import { isTalk } from './talk.ts'

/** 8号的事周五下午议, 7号还是王芳来. */
const OF_IT = /^(?:那个|这个|的事情?|的|还是|就|你|呢|啊)+[，, ]*/u

/** The same words with the number before them, behind them, or without any. */
interface View {
  ref: TicketRef | null
  words: string
}

function viewsOf(text: string, scene: Scene): View[] {
  const front = refIn(text.replace(/^(?:请|麻烦)?把 ?/u, ''), scene.shorts)
  const apart = refAtEnd(text, scene.shorts)
  const end = apart ? { ref: apart, before: apart.rest } : numberAtEnd(text, scene.shorts)
  // 收到的扣1 names nothing of ours.
  const isOurs = end && (apart || end.ref.village !== null || /[号件]$/u.test(text))
  return [
    { ref: null, words: text },
    ...(front && front.rest !== '' ? [{ ref: { ...front, rest: '' }, words: front.rest.replace(OF_IT, '') }] : []),
    ...(!front && !isOurs && !scene.inGroup ? within(text, scene) : []),
    ...(end && isOurs ? [{ ref: { ...end.ref, rest: '' }, words: end.before }] : []),
  ]
}

/** 今天把坪02彻底收拾了: one-to-one, a number of ours may stand in the middle. */
function within(text: string, scene: Scene): View[] {
  if (!hasDigit(text)) return []
  const refAt = (at: number) => (hasDigit(text.slice(at, at + 3)) ? ticketRef(text.slice(at), scene.shorts) : null)
  const isOurs = (at: number) => {
    const ref = refAt(at)
    const isDay = hasDigit(text[at - 1] ?? '') || DAY_BEFORE.test(text.slice(0, at))
    return ref !== null && !isDay && (ref.village !== null || /^\d+号/u.test(text.slice(at)))
  }
  const found = Array.from({ length: text.length - 1 }, (_, i) => i + 1).find(isOurs)
  const ref = found === undefined ? null : refAt(found)
  const [second] = ref ? allRefs(ref.rest, scene.shorts) : []
  if (!ref || second) return []
  const before = text.slice(0, found).replace(/(?:[把将]|处理|关于|那个|这个)$/u, '')
  return [{ ref: { ...ref, rest: '' }, words: `${before}${ref.rest.replace(OF_IT, '')}` }]
}

/** Whether it is plain, from the surroundings, that it is an order. */
function counts({ marks, refs }: Frame, numbered: boolean, scene: Scene): boolean {
  const addressed = isAddressed(scene)
  const has = (mark: Mark) => marks.includes(mark)
  const wanted: readonly [mark: Mark, isSo: boolean][] = [
    ['numbered', numbered],
    ['bare', !numbered],
    ['addressed', addressed],
    ['alone', !scene.inGroup],
    ['called', scene.called || !scene.inGroup],
    ['quoted', numbered || scene.quotingOwn],
    ['own', numbered || !scene.inGroup || scene.quotingOwn],
  ]
  return (numbered || addressed || refs || has('anywhere')) && wanted.every(([mark, isSo]) => isSo || !has(mark))
}

/** What begins or ends with a number is read without it, unless the frame speaks of numbers itself. */
const takes = (frame: Frame, command: Command): boolean => !frame.refs && command.ticket !== 'none'

/** What is kept, in the order of speaking, with the break that stood between. */
function restOf(kept: readonly Kept[], words: string, scene: Scene, commands: readonly Command[]): string {
  const plain = ({ slot, words: said }: Kept): string => {
    if (slot === 'phone') return digitsOf(said)
    return slot === 'order' ? (orderNamed(said, scene, commands)?.name ?? said) : said
  }
  return kept.reduce((before, piece) => {
    if (before === '') return plain(piece)
    const comma = piece.slot !== 'phone' && /[，,][\s]*$/u.test(words.slice(0, piece.at))
    return `${before}${comma ? '，' : ' '}${plain(piece)}`
  }, '')
}

/** Said in a way that people also use among themselves: which tickets alone can be meant. */
function onlyOf({ marks }: Frame, scene: Scene): Reading['only'] {
  const marked = onlyMarked(marks)
  if (marked) return marked
  if (marks.includes('owner')) return 'work'
  if (marks.includes('fits') || marks.includes('named')) return 'named'
  // 修好了不用来了 by a cadre takes back what they have just told, and else ends what they have in hand.
  if (isAddressed(scene) && !(marks.includes('just-told') && isCadre(scene.person))) return undefined
  return marks.includes('hand')
    ? 'inHand'
    : marks.includes('just-told')
      ? 'justTold'
      : marks.includes('taken-back')
        ? 'takenBack'
        : undefined
}

/** 老王那个事; but 这件事, 昨天的事 and 路灯的事 name no person. */
const isToldByPerson = ({ kept }: Match, slots: Slots): boolean =>
  !kept.some(({ slot, words }) => slot === 'reporter' && isNobody(new Scan(words, slots)))

const isNobody = (scan: Scan): boolean =>
  /^[这那此本该]|[的件个]$/u.test(scan.text) || isOfThing(scan) || scan.spansOf('when').some(({ at }) => at === 0)

/** What the frames make of a line: of those that fit, the one with the most fixed words. `loose`: those that are looked at last. */
export function readFrames(text: string, scene: Scene, commands: readonly Command[], loose: boolean): Weighed | null {
  let best: Weighed | null = null
  const orders = new Map<string, Command>(commands.filter((c) => isFor(c.for, scene.person)).map((c) => [c.name, c]))
  const slots = slotsIn(scene, commands)
  const views = viewsOf(text, scene)
  const numbered = views.length > 1
  for (const { ref, words } of views) {
    const scan = new Scan(words, slots)
    const talk = isTalk(words)
    for (const frame of loose ? intents().loose : intents().frames) {
      const command = orders.get(frame.order)
      if (!command || (talk && !frame.marks.includes('asks'))) continue
      if ((ref !== null ? !takes(frame, command) : numbered && takes(frame, command)) || !counts(frame, ref !== null, scene)) continue
      const match = scan.match(frame.parts)
      if (match && match.fixed > (best?.fixed ?? -1) && isToldByPerson(match, slots))
        best = { fixed: match.fixed, reading: readingOf(command, frame, match, ref, words) }
    }
  }
  return best

  function readingOf(command: Command, frame: Frame, { kept }: Match, ref: TicketRef | null, words: string): Reading {
    const reporter = kept.find((k) => k.slot === 'reporter')?.words
    const only = onlyOf(frame, scene)
    const named = command.name === '进度' && frame.refs ? refIn(words, scene.shorts) : ref
    const told = kept.filter((k) => k.slot !== 'reporter' && !(k.slot === 'ref' && command.name === '进度'))
    return {
      ...{ command, ref: named, rest: restOf(told, words, scene, commands) },
      ...(reporter !== undefined && { reporter }),
      ...(only !== undefined && { only }),
    }
  }
}
