import { widthOf } from './text-width.ts'

const words = new Intl.Segmenter('zh', { granularity: 'word' })
const opensNoLine = (text: string): boolean => /^[\p{P}\s]/u.test(text)

/** Lines of so many characters, broken between words; no line begins with a comma. */
export function wrapped(lines: readonly string[], wide: number): string[] {
  return lines.flatMap((line) => {
    const rows = ['']
    for (const { segment } of words.segment(line)) {
      const row = rows.at(-1) ?? ''
      if (widthOf(row + segment) <= wide || opensNoLine(segment)) rows[rows.length - 1] = row + segment
      else rows.push(segment)
    }
    return rows
  })
}
