/** Whatever is no word: blanks, marks, figures. */
const BETWEEN = /[\s\p{P}\d]+/gu

/** Every two characters that stand side by side. */
export function pairsOf(text: string): Set<string> {
  const words = text.replace(BETWEEN, '')
  return new Set(Array.from({ length: Math.max(0, words.length - 1) }, (_, at) => words.slice(at, at + 2)))
}
