import type { PoliceMatter } from '../domain/police-matter.ts'
import { wordsBeside } from '../reading/named-words.ts'

const said = wordsBeside(import.meta.url, 'police-matter')

interface Row {
  matter: PoliceMatter
  says: RegExp
  unless?: RegExp
}

/** Lessons, notices, news, films, the far past and what befell somebody at a workplace far away are no reports. */
const NOT_NOW = said('not-now')

/** The fixed list, by what people say of each. A township may ask for another line; nothing else decides. */
// biome-ignore format: a table, one idea a row
const ROWS: readonly Row[] = [
  { matter: 'weapons', says: said('weapons') },
  { matter: 'drugs', says: said('drugs'), unless: said('drugs-unless') },
  { matter: 'gambling', says: said('gambling'), unless: said('gambling-unless') },
  { matter: 'fraud', says: said('fraud'), unless: said('fraud-unless') },
  { matter: 'theft', says: said('theft'), unless: said('theft-unless') },
  { matter: 'drunkDriving', says: said('drunk-driving'), unless: said('drunk-driving-unless') },
]

/** Which of them a report is about, or null. Each sentence is looked at by itself. */
export function policeMatterOf(text: string): PoliceMatter | null {
  for (const sentence of text.split(/[。!！?？\n;；]/u)) {
    if (NOT_NOW.test(sentence)) continue
    const found = ROWS.find((r) => r.says.test(sentence) && !r.unless?.test(sentence))
    if (found) return found.matter
  }
  return null
}
