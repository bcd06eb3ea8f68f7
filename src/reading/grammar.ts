import { isOneOf } from '../domain/one-of.ts'
import { type Line, lexicon } from './lexicon.ts'
import { type Part, parsePattern } from './pattern.ts'
import { Phrases } from './phrases.ts'

/** A list that can be spelt out is looked up; one with free words, slots or repetitions is read line by line. */
type List = { phrases: readonly string[]; patterns: null } | { phrases: null; patterns: readonly Part[][] }

/** Slots whose words are found by what is known of people, days and numbers: see orders/slots.ts. */
const SLOTS = ['who', 'when', 'ref', 'phone', 'duty', 'order', 'number'] as const
export type SlotName = (typeof SLOTS)[number]
export const isSlot = (name: string): name is SlotName => isOneOf(SLOTS, name)

/** `{gap}` is a break; `{end}` is where a clause ends, by a break or with the text. */
const EDGES = ['gap', 'end'] as const
export const isEdge = (name: string): boolean => isOneOf(EDGES, name)

const lists = new Map<string, List>()

export function listOf(name: string, where: string): List {
  const known = lists.get(name)
  if (known) return known
  const lines = lexicon().get(name)
  if (!lines) throw new Error(`${where}: 没有词表“${name}”`)
  const patterns = lines.map((line) => checked(parsePattern(line), line.where))
  const list: List = patterns.every(canBeSpelt)
    ? { phrases: patterns.flatMap((parts) => phrasesOfParts(parts, where)), patterns: null }
    : { phrases: null, patterns }
  lists.set(name, list)
  for (const phrase of list.phrases ?? []) planted.add(name, phrase)
  return list
}

const canBeSpelt = (parts: readonly Part[]): boolean =>
  parts.every((part) => {
    if (part.is === 'text') return true
    if (part.is === 'list') return !part.many && !isEdge(part.name) && !isSlot(part.name) && listOf(part.name, part.name).phrases !== null
    return part.is === 'choice' && part.of.every(canBeSpelt)
  })

/** Every phrase of every list that is used. */
const planted = new Phrases()

/** What begins at a place of a text: for each list, where its phrases end. */
export function phrasesAt(text: string, from: number): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>()
  planted.at(text, from, (name, end) => {
    const ends = found.get(name)
    if (ends) ends.push(end)
    else found.set(name, [end])
  })
  return found
}

/** That every list exists is said when the files are read, not when somebody speaks. */
function checked(parts: Part[], where: string): Part[] {
  for (const part of parts) {
    if (part.is === 'list' && !isEdge(part.name) && !isSlot(part.name)) listOf(part.name, where)
    if (part.is === 'free' && part.without !== null && !isSlot(part.without)) listOf(part.without, where)
    if (part.is === 'choice') for (const of of part.of) checked(of, where)
    if (part.is === 'kept') checked(part.of, where)
  }
  return parts
}

export const frameOf = (line: Line): Part[] => checked(parsePattern(line), line.where)

const product = (before: readonly string[], after: readonly string[]): string[] => before.flatMap((b) => after.map((a) => `${b}${a}`))

const phrasesOfParts = (parts: readonly Part[], where: string): string[] =>
  parts.reduce<string[]>(
    (before, part) => {
      switch (part.is) {
        case 'text':
          return product(before, [part.text])
        case 'list':
          return product(before, [...(part.least === 0 ? [''] : []), ...phrasesOf(part.name, where)])
        case 'choice':
          return product(before, [...(part.least === 0 ? [''] : []), ...part.of.flatMap((of) => phrasesOfParts(of, where))])
        default:
          throw new Error(`${where}: 词里不能有“{note}”这样的空`)
      }
    },
    [''],
  )

/** Every phrase of a list, spelt out. */
export function phrasesOf(name: string, where: string): readonly string[] {
  const { phrases } = listOf(name, where)
  if (!phrases) throw new Error(`${where}: 词表“${name}”里有空，不能当词用`)
  return phrases
}

/** The phrases that a frame stands for, where it is made of words alone. */
export const speltFrame = (parts: readonly Part[], where: string): string[] => (canBeSpelt(parts) ? phrasesOfParts(parts, where) : [])

/** The phrases that one line stands for: itself, or all that {done} holds. */
export const spelt = (line: Line): string[] => phrasesOfParts(frameOf(line), line.where)
