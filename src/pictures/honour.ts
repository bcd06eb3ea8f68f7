import type { Card } from '../domain/picture.ts'
import { ACCENT, CREAM, GOLD, INK, SOFT } from './colours.ts'
import { escaped } from './escaped.ts'
import { wrapped } from './wrapped.ts'

const WIDTH = 480
const FRAME = 14
const HEAD = 178
const KIND = 52
const ROW = 36
const FOOT = 78
/** Characters of 20 pixels inside of the frame. */
const WIDE = 19

const middle = (y: number, size: number, color: string, words: string, more = ''): string =>
  `<text x="${WIDTH / 2}" y="${y}" font-size="${size}" fill="${color}" text-anchor="middle" ${more}>${escaped(words)}</text>`

/** A card that is given to somebody: framed, the name in the middle, what for below it. */
export function honourSvg({ heading, name, lines, foot }: Card): string {
  const [kind, ...deeds] = lines
  const rows = wrapped(deeds, WIDE)
  const height = HEAD + KIND + rows.length * ROW + FOOT
  const frame = (inset: number, width: number) =>
    `<rect x="${inset}" y="${inset}" width="${WIDTH - inset * 2}" height="${height - inset * 2}" rx="4" fill="none" stroke="${GOLD}" stroke-width="${width}"/>`
  const rule = (y: number) =>
    `<path d="M ${WIDTH / 2 - 70} ${y} h 56 M ${WIDTH / 2 + 14} ${y} h 56" stroke="${GOLD}" stroke-width="1.5"/><path d="M ${WIDTH / 2} ${y - 5} l 5 5 l -5 5 l -5 -5 z" fill="${GOLD}"/>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="Noto Sans SC">`,
    `<rect width="${WIDTH}" height="${height}" fill="${CREAM}"/>${frame(FRAME, 2.5)}${frame(FRAME + 6, 1)}`,
    middle(66, 20, SOFT, heading, 'letter-spacing="6"'),
    rule(86),
    middle(146, 46, INK, name, 'font-weight="700" letter-spacing="4"'),
    middle(HEAD + 20, 21, ACCENT, kind ?? '', 'font-weight="700"'),
    ...rows.map((row, i) => middle(HEAD + KIND + 18 + i * ROW, 20, INK, row)),
    middle(height - 44, 16, SOFT, foot),
    '</svg>',
  ].join('')
}
