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
      lines = []
      sections.set(line.slice(2).trim(), lines)
    } else if (!lines) throw new Error(`${where}: 前面要有“= 名字”`)
    else if (lines.includes(line)) throw new Error(`${where}: “${line}” 在这一节里已经有了`)
    else lines.push(line)
  }
  return sections
}

/** The sections of a file beside the caller, each as one expression: `const said = wordsBeside(import.meta.url, 'asks-how')`. */
export function wordsBeside(caller: string, file: string): (name: string, place?: Place, flags?: string) => RegExp {
  const sections = readWords(new URL(`words/${file}.txt`, caller))
  return (name, place = 'anywhere', flags = 'u') => {
    const lines = sections.get(name)
    if (!lines) throw new Error(`words/${file}.txt: 没有“= ${name}”`)
    return new RegExp(at(lines.join('|'), place), flags)
  }
}
