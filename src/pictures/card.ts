import type { Card } from '../domain/picture.ts'
import { ACCENT, GREEN, INK, LINE, PAPER, SOFT } from './colours.ts'
import { escaped } from './escaped.ts'

const WIDTH = 480
const MARGIN = 32
const LINE_HEIGHT = 34
const HEAD = 132
const FOOT = 56
/** Chinese characters of 20 pixels that stand side by side between the margins. */
const WIDE = 20

const words = new Intl.Segmenter('zh', { granularity: 'word' })
/** Latin letters and digits are half as wide. */
const width = (text: string): number => [...text].reduce((sum, c) => sum + ((c.codePointAt(0) ?? 0) < 0x2e80 ? 0.55 : 1), 0)
const opensNoLine = (text: string): boolean => /^[\p{P}\s]/u.test(text)

/** Lines that fit the card's width, broken between words; no line begins with a comma. */
function wrapped(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const rows = ['']
    for (const { segment } of words.segment(line)) {
      const row = rows.at(-1) ?? ''
      if (width(row + segment) <= WIDE || opensNoLine(segment)) rows[rows.length - 1] = row + segment
      else rows.push(segment)
    }
    return rows
  })
}

/** A card that one can keep: everything in large letters, nothing but what it says. */
export function cardSvg({ heading, name, lines, foot }: Card): string {
  const rows = wrapped(lines)
  const height = HEAD + rows.length * LINE_HEIGHT + FOOT
  const text = (y: number, size: number, color: string, words: string, weight = 400) =>
    `<text x="${MARGIN}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${color}">${escaped(words)}</text>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="Noto Sans SC">`,
    `<rect width="${WIDTH}" height="${height}" fill="${PAPER}"/><rect width="${WIDTH}" height="8" fill="${GREEN}"/>`,
    text(52, 20, SOFT, heading),
    text(100, 34, INK, name, 700),
    `<rect x="${MARGIN}" y="116" width="48" height="4" fill="${ACCENT}"/>`,
    ...rows.map((row, i) => text(HEAD + 20 + i * LINE_HEIGHT, 20, INK, row)),
    `<line x1="${MARGIN}" x2="${WIDTH - MARGIN}" y1="${height - FOOT + 10}" y2="${height - FOOT + 10}" stroke="${LINE}"/>`,
    text(height - 18, 16, SOFT, foot),
    '</svg>',
  ].join('')
}
