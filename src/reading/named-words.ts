import { readFileSync } from 'node:fs'

/** `whole` and its kin: where in a text the lines of a section must stand. */
export type Place = 'anywhere' | 'start' | 'end' | 'whole'

const at = (alternatives: string, place: Place): string => {
  if (place === 'anywhere') return alternatives
  return `${place === 'end' ? '' : '^'}(?:${alternatives})${place === 'start' ? '' : '$'}`
}

/**
 * A file of words: `= name` begins a section, every line below it is one way of saying it, as part of a regular expression.
 * Who adds a way adds a line.
 */
export function readWords(file: URL): ReadonlyMap<string, readonly string[]> {
  const sections = new Map<string, string[]>()
  let lines: string[] | null = null
  for (const [n, line] of readFileSync(file, 'utf8').split(/\r?\n/u).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const where = `${file.pathname.split('/').at(-1)}:${n + 1}`
    if (line.startsWith('= ')) {
      const name = line.slice(2).trim()
      if (sections.has(name)) throw new Error(`${where}: “= ${name}” 已经有了，写到那一节里去`)
      lines = []
      sections.set(name, lines)
    } else if (!lines) throw new Error(`${where}: 前面要有“= 名字”`)
    else if (lines.includes(line)) throw new Error(`${where}: “${line}” 在这一节里已经有了`)
    else lines.push(line)
  }
  return sections
}

/** What a file of words says: a section as one expression, or each of its lines as one. */
export interface NamedWords {
  (name: string, place?: Place, flags?: string): RegExp
  each(name: string, flags?: string): RegExp[]
}

/** The file of words beside the caller: `const said = wordsBeside(import.meta.url, 'asks-how')`. In a line `{work}` stands for the section work. */
export function wordsBeside(caller: string, file: string): NamedWords {
  const sections = readWords(new URL(`words/${file}.txt`, caller))
  const linesOf = (name: string): string[] => {
    const lines = sections.get(name)
    if (!lines) throw new Error(`words/${file}.txt: 没有“= ${name}”`)
    return lines.map((line) => line.replace(/\{([a-z][a-z-]*)\}/gu, (_, part: string) => `(?:${linesOf(part).join('|')})`))
  }
  const one = (name: string, place: Place = 'anywhere', flags = 'u') => new RegExp(at(linesOf(name).join('|'), place), flags)
  return Object.assign(one, { each: (name: string, flags = 'u') => linesOf(name).map((line) => new RegExp(line, flags)) })
}

/** The file of words beside the caller, each section named by a word: a text in which all that stands in a section is said in that word. */
export function inWordsOf(caller: string, file: string): (text: string) => string {
  const sections = [...readWords(new URL(`words/${file}.txt`, caller))]
  // One group a word, so that one walk over the text finds all of them.
  const said = new RegExp(sections.map(([, ways]) => `(${ways.join('|')})`).join('|'), 'gu')
  return (text) => text.replace(said, (word: string, ...groups: unknown[]) => sections[groups.indexOf(word)]?.[0] ?? word)
}
