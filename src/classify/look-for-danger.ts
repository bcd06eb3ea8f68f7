import type { Danger } from '../domain/judgement.ts'
import { inWordsOf, wordsBeside } from '../reading/named-words.ts'
import { CALM, type Calm, DANGER_WORDS, EVIDENCE, type Rule, STILL } from './lexicon.ts'

const named = wordsBeside(import.meta.url, 'look-for-danger')

export interface Looked {
  danger: Danger
  level: 'plain' | 'hint'
  /** Said in these very words, not only made up of several signs. */
  outright: boolean
  /** What of the text says so. */
  words: string[]
}

/** What stands in a text: kinds of evidence, what tells that nobody has to run, and what danger they make. */
export interface Sights {
  kinds: readonly string[]
  calm: readonly Calm[]
  looked: Looked | null
}

const inEverydayWords = inWordsOf(import.meta.url, 'everyday')

/** 跌哈 for 跌下, 莫 for 没: one way of saying it for all. */
export const everyday = (text: string): string =>
  // People end a line where others put a comma.
  inEverydayWords(text).replaceAll('\n', ' ')

/** A line longer than this tells more than one thing: what stands far apart does not belong together. */
const ONE_BREATH = 90
const breathsOf = (text: string): string[] =>
  text.length <= ONE_BREATH ? [text] : text.split(/[。!?\n;]/u).filter((sentence) => sentence.trim() !== '')

const DENIED = named('denied', 'end')

type Has = ReadonlyMap<string, string>

function kindsIn(text: string): Has {
  const found = new Map<string, string>()
  for (const [kind, says] of EVIDENCE) {
    const word = says.exec(text)?.[0]
    if (word) found.set(kind, word)
  }
  return found
}

function byRules(rules: readonly Rule[], has: Has): string[] | null {
  for (const terms of rules)
    if (terms.every(({ kind, not }) => has.has(kind) !== not)) return terms.flatMap(({ kind, not }) => (not ? [] : (has.get(kind) ?? [])))
  return null
}

function byPhrases(phrases: RegExp | null, text: string): string[] | null {
  const found = phrases?.exec(text)
  return found && !DENIED.test(text.slice(Math.max(0, found.index - 4), found.index)) ? [found[0]] : null
}

function dangerIn(whole: string, kinds: Has, calm: readonly Calm[]): Looked | null {
  let hint: Looked | null = null
  for (const { danger, plain, hint: perhaps, unless, cut } of DANGER_WORDS) {
    const text = cut ? whole.replace(cut, ' ') : whole
    const has = text === whole ? kinds : kindsIn(text)
    const quiet = calm.filter((c) => !c.except.includes(danger))
    if (quiet.some((c) => !c.softens) || unless?.test(text)) continue
    const phrase = byPhrases(plain.phrases, text)
    const said = phrase ?? byRules(plain.rules, has)
    if (said && quiet.length === 0) return { danger, level: 'plain', outright: phrase !== null, words: said }
    if (hint) continue
    const perhapsSaid = byPhrases(perhaps.phrases, text)
    const words = said ?? perhapsSaid ?? byRules(perhaps.rules, has)
    if (words) hint = { danger, level: 'hint', outright: (phrase ?? perhapsSaid) !== null, words }
  }
  return hint
}

const calmIn = (text: string): Calm[] => {
  const still = STILL.test(text)
  return CALM.filter((c) => !(c.yields && still) && c.says.test(text))
}

/** Looks once for everything that speaks for a danger or against one; the gravest danger that is said, else the gravest that is hinted at. */
export function lookForDanger(whole: string): Sights {
  const text = everyday(whole)
  const has = kindsIn(text)
  const calm = calmIn(text)
  const breaths = breathsOf(text)
  const found = breaths.length === 1 ? [dangerIn(text, has, calm)] : breaths.map((b) => dangerIn(b, kindsIn(b), calmIn(b)))
  const looked = found.find((f) => f?.level === 'plain') ?? found.find((f) => f !== null) ?? null
  return { kinds: [...has.keys()], calm, looked }
}
