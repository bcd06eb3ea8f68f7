import { wordsBeside } from '../reading/named-words.ts'

const said = wordsBeside(import.meta.url, 'same-matter')

export interface Told {
  text: string
  duty: string | null
  places: readonly string[]
}

const LONGEST = 400
/** Words that stand in every report say nothing of sameness. */
const FILLER = said('filler', 'anywhere', 'gu')

function runs(text: string, size: number): Set<string> {
  const chars = Array.from(text.slice(0, LONGEST).normalize('NFKC').replace(FILLER, ''))
  const found = new Set<string>()
  for (let i = 0; i + size <= chars.length; i++) found.add(chars.slice(i, i + size).join(''))
  return found
}

/** Shared part of the shorter one; a long letter and a short line can be the same thing. */
function alike(a: Set<string>, b: Set<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let shared = 0
  for (const run of a) if (b.has(run)) shared += 1
  return shared / Math.min(a.size, b.size)
}

const NUMBERED = /(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:社|组|队)/u

/** 三社 and 五社 are two places, however alike the rest is. */
function apart(a: readonly string[], b: readonly string[]): boolean {
  const [one, other] = [a, b].map((places) => places.map((p) => NUMBERED.exec(p)?.[0]).find((n) => n !== undefined))
  return one !== undefined && other !== undefined && one !== other
}

/** How likely two reports are about the same thing, 0 to 1: the same words, the same place, the same duty. */
export function sameMatter(a: Told, b: Told): number {
  const words = alike(runs(a.text, 2), runs(b.text, 2)) * 0.7 + alike(runs(a.text, 1), runs(b.text, 1)) * 0.3
  const places = alike(runs(a.places.join(' '), 2), runs(b.places.join(' '), 2))
  const known = a.duty !== null && b.duty !== null
  if (known && a.duty !== b.duty && words < 0.8) return words * 0.4
  const sum = words * 0.55 + places * 0.2 + (known && a.duty === b.duty ? 0.3 : 0)
  return Math.min(1, apart(a.places, b.places) ? sum * 0.6 : sum)
}
