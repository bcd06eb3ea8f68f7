import { clausesOf } from '../reading/doubts.ts'
import { withoutTail } from '../reading/marks.ts'
import { wordsBeside } from '../reading/named-words.ts'
import type { Scene } from './define-command.ts'
import { firstRef } from './number-apart.ts'
import type { Reading } from './reading.ts'

const said = wordsBeside(import.meta.url, 'read-each')

/** 还有8号, but 等8号批复. */
const LEAD = said('lead', 'whole')
/** 8号去看: a day, where the number before it was a matter's. */
const DAY = said('day', 'start')
/** 3号怕是赶不上: by that day. */
const TERM = said('term', 'start')
/** 4号我留着，11号让王芳弄: of the first nothing is wanted. */
const STAYS = said('stays', 'end')

/** 7号弄好了，8号还要两天: from each clause with a number of its own to before the next; what comes before all of them goes with the first. */
function partsOf(text: string, scene: Scene): string[] {
  const clauses = clausesOf(text)
  if (clauses.length < 2) return []
  const starts = clauses.flatMap(({ at, end }) => (namesMatter(text.slice(at, end), scene) ? [at] : []))
  return starts.map((_, n) => text.slice(n === 0 ? 0 : starts[n], starts[n + 1]))
}

function namesMatter(clause: string, scene: Scene): boolean {
  const ref = firstRef(clause, scene)
  if (!ref || ref.village !== null) return ref !== null
  return LEAD.test(clause.slice(0, ref.at)) && ![DAY, TERM].some((day) => day.test(clause.slice(ref.end)))
}

/** What is said of each of several matters in a sentence of its own; null unless all of it is understood. `read`: a sentence, read alone. */
export function readEach(text: string, scene: Scene, read: (sentence: string) => Reading | null): Reading | null {
  const parts = partsOf(text, scene)
  if (parts.length < 2) return null
  const readings = parts.flatMap((part) => read(part.trimEnd()) ?? [])
  const staying = parts.filter((part) => STAYS.test(withoutTail(part)) && read(part.trimEnd()) === null)
  const [first, ...also] = readings
  // 挂账 坪07 廿八号 等配件: behind an order that wants a day, a bare number is that day.
  if (also.some(({ ref }, n) => ref?.village === null && readings[n]?.command.takesDay)) return null
  const numbered = new Set(readings.flatMap(({ ref }) => (ref ? [`${ref.village} ${ref.number}`] : [])))
  return first && readings.length + staying.length === parts.length && numbered.size === readings.length ? { ...first, also } : null
}
