import { type Frame, intents } from '../reading/intents.ts'
import { type Kept, type Match, Scan, type Slots } from '../reading/scan.ts'
import type { TicketRef } from '../reading/ticket-ref.ts'
import { type Command, isAddressed, isFor, type Scene } from './define-command.ts'
import { numberAtEnd } from './read-from-end.ts'
import type { Reading } from './read-order.ts'
import { refIn } from './ref-in.ts'
import { isTalk } from './talk.ts'

/** 8号的事周五下午议, 7号还是王芳来. */
const OF_IT = /^(?:那个|这个|的事情?|的|还是|就|你)+/u

/** The same words with the number before them, behind them, or without any. */
interface View {
  ref: TicketRef | null
  words: string
}

function viewsOf(text: string, scene: Scene): View[] {
  const front = refIn(text.replace(/^(?:请|麻烦)?把 ?/u, ''), scene.shorts)
  const end = numberAtEnd(text, scene)
  // 收到的扣1 names nothing of ours.
  const behind = end && (end.ref.village !== null || /[号件]$/u.test(text)) ? [{ ref: { ...end.ref, rest: '' }, words: end.before }] : []
  if (front) return [{ ref: { ...front, rest: '' }, words: front.rest.replace(OF_IT, '') }, ...behind]
  return behind.length > 0 ? behind : [{ ref: null, words: text }]
}

/** Whether it is plain, from the surroundings, that it is an order. */
function counts({ marks }: Frame, numbered: boolean, scene: Scene): boolean {
  const has = (mark: Frame['marks'][number]) => marks.includes(mark)
  if (!(numbered || isAddressed(scene) || has('anywhere')) || (has('numbered') && !numbered) || (has('bare') && numbered)) return false
  if ((has('addressed') && !isAddressed(scene)) || (has('alone') && scene.inGroup)) return false
  if (has('quoted') && !numbered && !scene.quotingOwn) return false
  return !(has('own') && !numbered && scene.inGroup && !scene.quotingOwn)
}

const wordsOf = (kept: readonly Kept[], slot: string): string | undefined => kept.find((k) => k.slot === slot)?.words

function readingOf(command: Command, { marks }: Frame, { kept }: Match, ref: TicketRef | null, scene: Scene): Reading {
  const reporter = wordsOf(kept, 'reporter')
  const rest = kept
    .filter((k) => k.slot !== 'reporter')
    .map((k) => k.words)
    .join('，')
  return {
    ...{ command, ref, rest },
    ...(reporter !== undefined && { reporter }),
    ...(marks.includes('hand') && !isAddressed(scene) && { only: 'inHand' as const }),
  }
}

/** What the frames make of a line: of those that fit, the one with the most fixed words. */
export function readFrames(text: string, scene: Scene, commands: readonly Command[]): Reading | null {
  let best: { fixed: number; reading: Reading } | null = null
  const slots: Slots = {}
  for (const { ref, words } of viewsOf(text, scene)) {
    const scan = new Scan(words, slots)
    for (const frame of intents().frames) {
      if (!counts(frame, ref !== null, scene) || (isTalk(words) && !frame.marks.includes('asks'))) continue
      const command = commands.find((c) => c.name === frame.order && isFor(c.for, scene.person))
      const match = command ? scan.match(frame.parts) : null
      if (command && match && match.fixed > (best?.fixed ?? -1))
        best = { fixed: match.fixed, reading: readingOf(command, frame, match, ref, scene) }
    }
  }
  return best?.reading ?? null
}
