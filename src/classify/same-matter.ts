export interface Told {
  text: string
  duty: string | null
  places: readonly string[]
}

const grams = (text: string): Set<string> => {
  const chars = Array.from(text.normalize('NFKC').replace(/[\s\p{P}的了又还是在]/gu, ''))
  return new Set(chars.slice(1).map((c, i) => `${chars[i]}${c}`))
}

function alike(a: Set<string>, b: Set<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let shared = 0
  for (const g of a) if (b.has(g)) shared += 1
  return shared / Math.min(a.size, b.size)
}

/** How likely two reports are about the same thing, 0 to 1: the same words, the same place, the same duty. */
export function sameMatter(a: Told, b: Told): number {
  const words = alike(grams(a.text), grams(b.text))
  const places = alike(grams(a.places.join('')), grams(b.places.join('')))
  const known = a.duty !== null && b.duty !== null
  if (known && a.duty !== b.duty && words < 0.8) return words * 0.4
  return Math.min(1, words * 0.6 + places * 0.2 + (known && a.duty === b.duty ? 0.3 : 0))
}
