import { FORGOTTEN_NAME, FORGOTTEN_WORDS } from '../../domain/forgotten.ts'

/** What is to be found of somebody in texts and JSON. */
export interface Sought {
  /** Their id, and the one that takes its place. */
  id: string
  nobody: string
  names: readonly string[]
  phones: readonly string[]
  words: readonly string[]
  /** What their matters are called stays: it is how the village speaks of them. */
  titles: readonly string[]
}

export interface Redactor {
  /** In their own matters: whoever is called so there is them. */
  own(text: string): string
  /** Elsewhere: without the name, where somebody else is called so too. */
  elsewhere(text: string): string
  /** What others wrote: only what of it are their words or their number. */
  quoted(text: string): string
  json(value: unknown, how: (text: string) => string): unknown
}

/** Quoted in part they are still their words: so many characters in a row are no chance. */
const RUN = 8
const SHORTEST = 4
const GAP = '\u{E000}'

const runsOf = (words: readonly string[]): Set<string> =>
  new Set(words.flatMap((w) => Array.from({ length: Math.max(0, w.length - RUN + 1) }, (_, i) => w.slice(i, i + RUN))))

function withoutRuns(text: string, runs: ReadonlySet<string>): string {
  let out = ''
  let gone = -1
  for (let at = 0; at < text.length; at += 1) {
    if (runs.has(text.slice(at, at + RUN))) {
      if (at > gone) out += FORGOTTEN_WORDS
      gone = at + RUN - 1
    } else if (at > gone) out += text[at]
  }
  return out
}

export function redactorOf({ id, nobody, names, phones, words, titles }: Sought, isNamesake: boolean): Redactor {
  const runs = runsOf(words)
  const short = words.filter((w) => w.length >= SHORTEST && w.length < RUN)
  const kept = [...new Set(titles)].filter((t) => t !== '').sort((a, b) => b.length - a.length)
  const called = names.filter((n) => n.length > 1)

  function withoutWords(text: string): string {
    const apart = kept.reduce((t, title, i) => t.replaceAll(title, `${GAP}${i}${GAP}`), text)
    const bare = withoutRuns(
      short.reduce((t, w) => t.replaceAll(w, FORGOTTEN_WORDS), apart),
      runs,
    )
    return kept.reduce((t, title, i) => t.replaceAll(`${GAP}${i}${GAP}`, title), bare)
  }
  const replaced = (text: string, all: readonly string[], by: string) => all.reduce((t, it) => t.replaceAll(it, by), text)
  const quoted = (text: string) => replaced(withoutWords(text), phones, FORGOTTEN_WORDS)
  const own = (text: string) => replaced(quoted(text), called, FORGOTTEN_NAME)

  function json(value: unknown, how: (text: string) => string): unknown {
    if (typeof value === 'string') return value === id ? nobody : value === `p:${id}` ? `p:${nobody}` : how(value)
    if (Array.isArray(value)) return value.map((v) => json(v, how))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, json(v, how)]))
  }
  return { own, elsewhere: isNamesake ? quoted : own, quoted, json }
}
