import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** One line of a word list, with where it stands, so that whoever wrote it is told. */
export interface Line {
  text: string
  where: string
}

export interface Section {
  head: string
  lines: Line[]
}

/**
 * A file of phrases: one a line; `= name` begins a list of its own, `- …` tells more of the lines behind it, `#` a comment. What stands before the first head belongs to
 * the list that is called like the file.
 */
function readSections(name: string, text: string): Section[] {
  const sections: Section[] = [{ head: basename(name, '.txt'), lines: [] }]
  const known = new Set<string>()
  for (const [n, raw] of text.split(/\r?\n/u).entries()) {
    const line = raw.trim()
    const where = `${name}:${n + 1}`
    if (line === '' || line.startsWith('#')) continue
    if (line.startsWith('=')) {
      const head = line.slice(1).trim()
      if (head === '') throw new Error(`${where}: “=” 后面要写名字`)
      sections.push({ head, lines: [] })
      known.clear()
    } else if (line.startsWith('- ')) {
      known.clear()
      sections.at(-1)?.lines.push({ text: line, where })
    } else if (known.has(line)) throw new Error(`${where}: “${line}” 在这一节里已经有了`)
    else {
      known.add(line)
      sections.at(-1)?.lines.push({ text: line, where })
    }
  }
  return sections.filter((s) => s.lines.length > 0)
}

/** `name`: what the file is called where a line is told of. */
export const sectionsOf = (file: string, name = basename(file)): Section[] => readSections(name, readFileSync(file, 'utf8'))

const FOLDER = join(import.meta.dirname, 'lexicon')
let loaded: ReadonlyMap<string, readonly Line[]> | null = null

/** Every list of the folder by its name. */
export function lexicon(): ReadonlyMap<string, readonly Line[]> {
  if (loaded) return loaded
  const lists = new Map<string, Line[]>()
  for (const name of readdirSync(FOLDER)
    .filter((f) => f.endsWith('.txt'))
    .sort())
    for (const { head, lines } of sectionsOf(join(FOLDER, name))) {
      if (lists.has(head)) throw new Error(`${lines[0]?.where ?? name}: 词表“${head}”在别的文件里已经有了`)
      lists.set(head, lines)
    }
  loaded = lists
  return lists
}
