import { type Line, lexicon } from './lexicon.ts'
import { type Part, parsePattern } from './pattern.ts'

/** What a list holds: whole phrases by their first character, and lines that are put together of other lists. */
interface List {
  phrases: Map<string, string[]>
  patterns: Part[][]
}

/** Slots whose words are found by what is known of people, days and numbers: see orders/slots.ts. */
export const SLOTS = ['who', 'when', 'ref', 'phone', 'duty', 'order', 'number'] as const
export type SlotName = (typeof SLOTS)[number]
export const isSlot = (name: string): name is SlotName => (SLOTS as readonly string[]).includes(name)

const lists = new Map<string, List>()

export function listOf(name: string, where: string): List {
  const known = lists.get(name)
  if (known) return known
  const lines = lexicon().get(name)
  if (!lines) throw new Error(`${where}: 没有词表“${name}”`)
  const list: List = { phrases: new Map(), patterns: [] }
  lists.set(name, list)
  for (const line of lines) {
    if (/[{(<[]/u.test(line.text)) list.patterns.push(checked(parsePattern(line), line.where))
    else {
      const first = line.text.slice(0, 1)
      const same = list.phrases.get(first) ?? []
      list.phrases.set(first, same)
      same.push(line.text)
    }
  }
  return list
}

/** That every list exists is said when the files are read, not when somebody speaks. */
function checked(parts: Part[], where: string): Part[] {
  for (const part of parts) {
    if (part.is === 'list' && part.name !== 'gap' && !isSlot(part.name)) listOf(part.name, where)
    if (part.is === 'free' && part.without !== null) listOf(part.without, where)
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
export function phrasesOf(name: string, where: string): string[] {
  const { phrases, patterns } = listOf(name, where)
  return [...[...phrases.values()].flat(), ...patterns.flatMap((p) => phrasesOfParts(p, where))]
}

/** The phrases that one line stands for: itself, or all that {done} holds. */
export const spelt = (line: Line): string[] => phrasesOfParts(frameOf(line), line.where)
