import { readFileSync } from 'node:fs'
import { DANGERS, type Danger } from '../domain/judgement.ts'
import type { Concept } from './concepts.ts'

/**
 * The words of danger, out of the files in lexicon/: kinds of evidence, what of it says a danger or hints at one, and what tells
 * that nobody has to run. How their lines are written stands at the head of each. Rules, learned features, reasons for silence
 * and the card's evidence all read them here.
 */
export interface Term {
  kind: string
  /** It must not be there. */
  not: boolean
}

/** Kinds of evidence that together say it. */
export type Rule = readonly Term[]

export interface Level {
  lines: readonly string[]
  phrases: RegExp | null
  rules: readonly Rule[]
}

export interface DangerWords {
  danger: Danger
  plain: Level
  hint: Level
  unless: RegExp | null
  /** Cut out before anything is looked for: 打电话 is no blow. */
  cut: RegExp | null
}

export interface Calm {
  name: string
  says: RegExp
  /** Whether `still` undoes it. */
  yields: boolean
  /** Whether it leaves a hint of what is said. */
  softens: boolean
  /** Dangers it tells nothing of. */
  except: readonly string[]
}

interface Section {
  head: string
  lines: string[]
}

/** A head after `:` or `=`, then one entry a line. */
function readSections(name: string): Section[] {
  const sections: Section[] = []
  for (const [n, line] of readFileSync(new URL(`lexicon/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const last = sections.at(-1)
    if (/^[:=] /u.test(line)) sections.push({ head: line.slice(2).trim(), lines: [] })
    else if (last) last.lines.push(line.trim())
    else throw new Error(`${name}.txt:${n + 1}: no section says what this is`)
  }
  return sections
}

/** `…` is a gap within one sentence. */
const compile = (lines: readonly string[]): RegExp => new RegExp(lines.join('|').replaceAll('…', '[^。!?\\n]{0,8}'), 'u')

/** What can be pointed at in a text, by name. */
export const EVIDENCE: ReadonlyMap<string, RegExp> = new Map(readSections('kinds').map(({ head, lines }) => [head, compile(lines)]))

/** What only leans towards a danger or away from it: learnt from, never a rule. */
export const LEANINGS: readonly Concept[] = readSections('leanings').map(({ head, lines }): Concept => [head, compile(lines)])

/** Kinds that stand in half of all that is said: who, where and when. */
// biome-ignore format: a list
const NEUTRAL: readonly string[] = [
  'old', 'child', 'girl', 'kin', 'someone', 'people', 'own-phone', 'ate', 'alone', 'street', 'outside', 'crowd', 'late', 'long', 'home-sick', 'vehicle',
  'still-there', 'burnable', 'out-there', 'asks-in', 'locked', 'phone-off', 'goodbye', 'calm-sleep', 'secret', 'afraid', 'odd', 'help', 'hazard',
]
/** Whether it may hurt somebody. */
export const isGrave = (kind: string): boolean => !NEUTRAL.includes(kind)

const isRule = (line: string): boolean => /^-?[a-z-]+(?: & -?[a-z-]+)*$/u.test(line)

const ruleOf = (line: string): Rule =>
  line.split(' & ').map((term) => {
    const kind = term.replace(/^-/u, '')
    if (!EVIDENCE.has(kind)) throw new Error(`${kind} is no kind of evidence: ${line}`)
    return { kind, not: term.startsWith('-') }
  })

const DANGER_FILES = ['behind-doors', 'in-public'] as const
const sections = DANGER_FILES.flatMap(readSections)
const linesOf = (danger: Danger, level: string): string[] => sections.find((s) => s.head === `${danger} ${level}`)?.lines ?? []

function levelOf(lines: readonly string[]): Level {
  const phrases = lines.filter((line) => !isRule(line))
  return { lines, phrases: phrases.length > 0 ? compile(phrases) : null, rules: lines.filter(isRule).map(ruleOf) }
}

/** In the order of the files: first what is nobody's business but the family's. */
const inOrder = [...new Set(sections.map((s) => s.head.split(' ')[0]))].flatMap((name) => DANGERS.find((d) => d === name) ?? [])

export const DANGER_WORDS: readonly DangerWords[] = inOrder.map((danger) => {
  const unless = linesOf(danger, 'unless')
  const cut = linesOf(danger, 'cut')
  return {
    danger,
    plain: levelOf(linesOf(danger, 'plain')),
    hint: levelOf(linesOf(danger, 'hint')),
    unless: unless.length > 0 ? compile(unless) : null,
    cut: cut.length > 0 ? new RegExp(compile(cut).source, 'gu') : null,
  }
})

function calmOf({ head, lines }: Section): Calm {
  const [kinds = '', except = ''] = head.split(' except ')
  const [name = '', ...how] = kinds.split(' & ')
  return { name, says: compile(lines), yields: how.includes('still'), softens: how.includes('hint'), except: except.split(' ') }
}

const calm = readSections('calm').map(calmOf)
/** Told of another time, of a story, of a pot on the fire. */
export const CALM: readonly Calm[] = calm.filter((c) => c.name !== 'still')
/** And yet it goes on. */
export const STILL: RegExp = calm.find((c) => c.name === 'still')?.says ?? /(?!)/u
