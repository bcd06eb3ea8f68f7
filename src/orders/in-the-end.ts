import { clausesOf, supposedIn } from '../reading/doubts.ts'
import { isHearsay, mayEnd } from '../reading/plainly.ts'
import { Scan } from '../reading/scan.ts'
import type { Command, Scene } from './define-command.ts'
import { refsIn } from './number-apart.ts'
import { slotsIn } from './slots.ts'

/** 今天总算, 昨天…，今天: from here on it is told how it is now. */
function nowFrom(scan: Scan): number {
  const [atLast] = scan.spansOf('at-last').slice(-1)
  const now = clausesOf(scan.text).findLast(({ at }) => [...scan.endsOf('by-now', at)].length > 0 && scan.holds('back-then', 0, at))
  return Math.max(atLast?.at ?? 0, now?.at ?? 0)
}

/** 昨天下雨没弄成，今天弄成了; 拖了这么多天，总算修好了: how it had been takes nothing from how it ended, with the number it was told of. */
export function inTheEnd(text: string, scene: Scene, commands: readonly Command[]): string {
  const slots = slotsIn(scene, commands)
  const whole = new Scan(text, slots)
  const from = nowFrom(whole)
  if (from === 0 || supposedIn(whole).length > 0 || isHearsay(whole, from)) return text
  const [ref, other] = refsIn(text, scene)
  if (other) return text
  const end = text.slice(from)
  const scan = new Scan(end, slots)
  if (!scan.holds('finished') || !mayEnd(scan)) return text
  return ref && ref.at < from ? `${text.slice(ref.at, ref.end)}，${end}` : end
}
