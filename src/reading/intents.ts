import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isOneOf } from '../domain/one-of.ts'
import { frameOf, isSlot, spelt } from './grammar.ts'
import { type Section, sectionsOf } from './lexicon.ts'
import { isFree, type Part } from './pattern.ts'
import { isNeeded, ofPart } from './starts.ts'

/** How sure a phrase is an order by itself; see the head of intents.txt. */
const WORD_KINDS = ['sure', 'spoken', 'told', 'numbered'] as const
export type WordKind = (typeof WORD_KINDS)[number]

/** What must be so for a frame to count; see the head of intents.txt. */
const MARKS = [
  'numbered',
  'bare',
  'addressed',
  'alone',
  'own',
  'quoted',
  'anywhere',
  'hand',
  'mine',
  'called',
  'new-work',
  'just-told',
  'taken-back',
  'loose',
  'owner',
  'fits',
  'named',
  'ended',
  'waiting',
  'asks',
  'words',
  'gather',
  'fact',
  'final',
  'self',
  'first',
  'weak',
] as const
export type Mark = (typeof MARKS)[number]

export interface Phrase {
  order: string
  word: string
  kind: WordKind
  where: string
}

export interface Frame {
  order: string
  parts: readonly Part[]
  marks: readonly Mark[]
  /** It speaks of the number itself: 2和3是一件事. */
  refs: boolean
  /** The lists it is made of that can be spelt out. */
  lists: readonly string[]
  where: string
}

const isKind = (word: string): word is WordKind => isOneOf(WORD_KINDS, word)
const isMark = (word: string): word is Mark => isOneOf(MARKS, word)

/** Lists of people, days and numbers cannot be spelt out, and what people add to anything tells nothing of the order. */
const UNSPELT = new Set([
  'day-why',
  'refs',
  'stand-in',
  'month',
  'ask',
  'shown',
  'soft',
  'gap',
  'end',
  'mine',
  'adverb',
  'soon',
  'waited-for',
  'not-ours',
  'on-the-way',
])
const listsIn = (text: string): string[] =>
  [...text.matchAll(/\{([a-z-]+)[?*]?\}/gu)].flatMap(([, name = '']) => (isSlot(name) || isFree(name) || UNSPELT.has(name) ? [] : [name]))

interface Intents {
  phrases: readonly Phrase[]
  frames: readonly Frame[]
  /** Those that are looked at where nothing else fits. */
  loose: readonly Frame[]
  /** Those that may stand anywhere in what is said one-to-one. */
  within: readonly Frame[]
  /** What else may be said along with an order, and is then not what is meant. */
  over: ReadonlyMap<string, ReadonlySet<string>>
  /** Every order that is named, with where. */
  named: readonly { order: string; where: string }[]
}

let loaded: Intents | null = null

/** The frames of `within` by a character without which they cannot stand in a text; those that may stand in any are under ''. */
let byChar: ReadonlyMap<string, readonly Frame[]> | null = null

function indexed(frames: readonly Frame[]): ReadonlyMap<string, readonly Frame[]> {
  const index = new Map<string, Frame[]>()
  for (const frame of frames) {
    const chars = frame.parts
      .filter(isNeeded)
      .map(ofPart)
      .filter((starts) => starts !== null)
    const [fewest] = chars.toSorted((a, b) => a.size - b.size)
    for (const c of fewest ?? ['']) index.set(c, [...(index.get(c) ?? []), frame])
  }
  return index
}

/** What may stand anywhere in this text, as far as its characters tell. */
export function withinFor(text: string): ReadonlySet<Frame> {
  byChar ??= indexed(intents().within)
  return new Set(['', ...new Set(text)].flatMap((c) => byChar?.get(c) ?? []))
}

const INTENTS = 'intents.txt'
const WINGS = join(import.meta.dirname, '..', 'measures')

/** What is said to the house itself, and what is said to each wing, which stands beside its orders. */
function allSections(): Section[] {
  const wings = readdirSync(WINGS).filter((wing) => existsSync(join(WINGS, wing, INTENTS)))
  return [
    ...sectionsOf(join(import.meta.dirname, INTENTS)),
    ...wings.toSorted().flatMap((wing) => sectionsOf(join(WINGS, wing, INTENTS), `${wing}/${INTENTS}`)),
  ]
}

/** Everything the files of intents say. */
export function intents(): Intents {
  if (loaded) return loaded
  const phrases: Phrase[] = []
  const frames: Frame[] = []
  const within: Frame[] = []
  const over = new Map<string, ReadonlySet<string>>()
  const named: { order: string; where: string }[] = []
  for (const { head: order, lines } of allSections()) {
    named.push({ order, where: lines[0]?.where ?? '' })
    let kind: WordKind | null = null
    let marks: Mark[] = []
    let anywhere = false
    for (const line of lines) {
      const { text, where } = line
      if (text.startsWith('- ')) {
        const heads = text.slice(2).trim().split(/\s+/u)
        const [first = '', ...others] = heads
        if (first === 'over') {
          over.set(order, new Set(others))
          named.push(...others.map((other) => ({ order: other, where })))
          continue
        }
        anywhere = first === 'within'
        kind = isKind(first) && heads.length === 1 ? first : null
        marks = heads.filter(isMark)
        if (kind === null && ((first !== 'frame' && !anywhere) || marks.length !== heads.length - 1))
          throw new Error(`${where}: 没有“${text}”这种说法`)
      } else if (kind) phrases.push(...spelt(line).map((word) => ({ order, word, kind: kind ?? 'sure', where })))
      else
        (anywhere ? within : frames).push({
          order,
          parts: frameOf(line),
          marks,
          refs: /\{refs?\}/u.test(text),
          lists: listsIn(text),
          where,
        })
    }
  }
  const isLoose = (frame: Frame): boolean => frame.marks.includes('loose')
  loaded = { phrases, frames: frames.filter((f) => !isLoose(f)), loose: frames.filter(isLoose), within, over, named }
  return loaded
}
