import { COUNTED, type CountedCode, type Office } from './facts.ts'
import { countedWords, officeWords } from './words.ts'

const longest = (words: readonly string[], text: string): number =>
  Math.max(0, ...words.filter((w) => text.includes(w)).map((w) => w.length))

const officeIn = (text: string): Office | undefined =>
  (Object.keys(officeWords) as Office[]).find((o) => longest([officeWords[o].name, ...officeWords[o].also], text) > 0)

export const namesOffice = (text: string): boolean => officeIn(text) !== undefined

/** Whose figure and which, in whatever order it was said: by the longest name that the words hold, of the office where one is named. */
export function readCounted(text: string): CountedCode | null {
  const office = officeIn(text)
  const fits = COUNTED.filter((c) => !office || c.office === office)
    .map((c) => ({ code: c.code, length: longest([countedWords[c.code].name, ...countedWords[c.code].also], text) }))
    .filter((c) => c.length > 0)
    .sort((a, b) => b.length - a.length)
  return fits[0]?.code ?? null
}

/** What one office counts, or everything. */
export const countedNames = (): string[] => COUNTED.map((c) => `${officeWords[c.office].name}${countedWords[c.code].name}`)
