import type { Card } from '../domain/picture.ts'
import { DIALLED } from '../wording/pictures.ts'
import { GREEN, INK, LINE, PAPER, SOFT, TINT } from './colours.ts'
import { escaped } from './escaped.ts'
import { honourSvg } from './honour.ts'
import { wrapped } from './wrapped.ts'

const WIDTH = 480
const MARGIN = 32
const HEAD = 136
const ROW = 52
const FOOT = 58
/** Characters of 21 pixels between the margins. */
const WIDE = 19

const text = (x: number, y: number, size: number, color: string, words: string, more = ''): string =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${color}" ${more}>${escaped(words)}</text>`

interface Row {
  words: string
  number: string | null
}

const rowsOf = (lines: readonly string[]): Row[] =>
  lines.flatMap((line): Row[] => {
    const { whose, number } = DIALLED.exec(line)?.groups ?? {}
    return whose && number ? [{ words: whose, number }] : wrapped([line], WIDE).map((words) => ({ words, number: null }))
  })

/** A card that one can keep: everything in large letters, numbers to be dialled at the right, nothing but what it says. */
export function cardSvg(card: Card): string {
  if (card.honour) return honourSvg(card)
  const { heading, name, lines, foot } = card
  const rows = rowsOf(lines)
  const height = HEAD + rows.length * ROW + FOOT
  const row = ({ words, number }: Row, i: number): string => {
    const y = HEAD + i * ROW
    return [
      text(MARGIN, y + 34, 21, INK, words),
      number === null ? '' : text(WIDTH - MARGIN, y + 35, 24, GREEN, number, 'font-weight="700" text-anchor="end"'),
      `<line x1="${MARGIN}" x2="${WIDTH - MARGIN}" y1="${y + ROW}" y2="${y + ROW}" stroke="${LINE}"/>`,
    ].join('')
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="Noto Sans SC">`,
    `<rect width="${WIDTH}" height="${height}" fill="${PAPER}"/><rect width="${WIDTH}" height="${HEAD - 12}" fill="${GREEN}"/>`,
    text(MARGIN, 46, 19, TINT, heading),
    text(MARGIN, 98, 38, PAPER, name, 'font-weight="700"'),
    ...rows.map(row),
    text(MARGIN, height - 20, 17, SOFT, foot),
    '</svg>',
  ].join('')
}
