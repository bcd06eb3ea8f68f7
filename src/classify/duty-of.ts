import type { Duty } from '../domain/duty.ts'
import type { Kind } from '../domain/judgement.ts'

/** How much one character of a duty's own words counts beside what the model learnt, in logits. */
const WORTH = 0.55
const MOST = 6
/** A duty that the model never heard of lives by its words alone. */
const UNHEARD = 0.002
/** Below this nothing speaks for any duty, and the matter goes to 其他. */
const ENOUGH = 0.16

const OTHER: Record<Kind, string> = { village: 'V-OTHER', neighbour: 'N-OTHER', household: 'H-OTHER' }

export interface DutyFound {
  code: string | null
  short: string | null
  /** Words of the duty list that stand in the text. */
  words: string[]
}

/** The line of the duty list for a text of this kind: what the model learnt, and the words the township itself listed. */
export function dutyOf(text: string, kind: Kind, duties: readonly Duty[], learnt: Readonly<Record<string, number>>): DutyFound {
  const listed =
    duties.length > 0
      ? duties.filter((d) => d.kind === kind)
      : Object.keys(learnt)
          .filter((c) => c.startsWith(OTHER[kind].slice(0, 2)))
          .map(bare)
  const scored = listed.map(({ code, short, words }) => {
    const found = words.filter((w) => w.length > 1 && text.includes(w))
    const weight = Math.min(
      MOST,
      found.reduce((n, w) => n + w.length, 0),
    )
    return { code, short, found, score: Math.log(Math.max(learnt[code] ?? 0, UNHEARD)) + WORTH * weight }
  })
  const top = scored.reduce<(typeof scored)[number] | null>((a, b) => (a === null || b.score > a.score ? b : a), null)
  const sum = top ? scored.reduce((n, s) => n + Math.exp(s.score - top.score), 0) : 1
  if (top && (1 / sum >= ENOUGH || top.found.length > 0)) return { code: top.code, short: top.short, words: top.found }
  const other = listed.find((d) => d.code === OTHER[kind])
  return { code: other?.code ?? top?.code ?? null, short: other?.short ?? null, words: [] }
}

/** Without a duty list only the codes are known. */
const bare = (code: string): { code: string; short: null; words: string[] } => ({ code, short: null, words: [] })
