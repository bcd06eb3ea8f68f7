import { CONCEPTS } from './concepts.ts'

const LONGEST_GRAM = 3

/** Figures, dates and sums differ in every report and say nothing of their own. */
const even = (text: string): string =>
  text
    .toLowerCase()
    .replace(/https?:\/\/\S+/gu, '链')
    .replace(/[x某*]+/gu, '某')
    .replace(/\d[\d.,:]*/gu, '0')
    .replace(/[\s"'“”‘’()《》【】,，。.;；:：、!！]+/gu, ',')

export interface Features {
  /** Character runs of one to three, each once. */
  grams: Set<string>
  /** What is spoken of, and each pair of it. */
  concepts: Set<string>
}

export function featuresOf(text: string): Features {
  const line = `^${even(text)}$`
  const grams = new Set<string>()
  for (let at = 0; at < line.length; at++)
    for (let size = 1; size <= LONGEST_GRAM && at + size <= line.length; size++) grams.add(line.slice(at, at + size))
  const found = CONCEPTS.filter(([, says]) => says.test(text)).map(([name]) => name)
  const concepts = new Set(found)
  for (const [i, a] of found.entries()) for (const b of found.slice(i + 1)) concepts.add(`${a}+${b}`)
  if (found.length === 0) concepts.add('nothing')
  concepts.add(text.length < 10 ? 'short' : text.length < 30 ? 'middling' : 'long')
  return { grams, concepts }
}

/** How loudly each feature speaks: a long letter must not outshout a short line. */
export function weighed({ grams, concepts }: Features, known: ReadonlyMap<string, number>): { at: number; value: number }[] {
  const out: { at: number; value: number }[] = []
  for (const [names, mark, share] of [
    [grams, '', 1],
    [concepts, '#', 0.8],
  ] as const) {
    const heard: number[] = []
    for (const name of names) {
      const at = known.get(`${mark}${name}`)
      if (at !== undefined) heard.push(at)
    }
    const value = share / Math.sqrt(Math.max(heard.length, 6))
    for (const at of heard) out.push({ at, value })
  }
  return out
}
