import type { Report } from '../domain/picture.ts'
import { GREEN, INK, LATE, LATE_TINT, PALE, SOFT, SUNK, TINT } from './colours.ts'
import { escaped } from './escaped.ts'
import { fitted } from './text-width.ts'

const COLUMNS = 4
const GAP = 6
const TILE = 52
const HEAD = 34
const FOOT = 26
const NAME = 13.5
const COUNT = 20

type Villages = NonNullable<Report['villages']>

export const heightOfTiles = ({ tiles, rest }: Villages): number =>
  HEAD + Math.ceil(tiles.length / COLUMNS) * (TILE + GAP) + (rest === null ? 0 : FOOT)

/** Villages side by side: the name, the count, and what is to catch the eye at the right. A village without anything stays pale. */
export function tilesSvg({ title, tone, tiles, rest }: Villages, left: number, top: number, width: number): string {
  const wide = (width - GAP * (COLUMNS - 1)) / COLUMNS
  const one = ({ name, count, marked }: Villages['tiles'][number], i: number): string => {
    const [x, y] = [left + (i % COLUMNS) * (wide + GAP), top + HEAD + Math.floor(i / COLUMNS) * (TILE + GAP)]
    const isLate = tone === 'late' && marked > 0
    const ground = isLate ? LATE_TINT : count + marked > 0 ? TINT : SUNK
    return [
      `<rect x="${x}" y="${y}" width="${wide}" height="${TILE}" rx="6" fill="${ground}"/>`,
      `<text x="${x + 8}" y="${y + 19}" font-size="${NAME}" fill="${count + marked > 0 ? INK : SOFT}">${escaped(fitted(name, NAME, wide - 12))}</text>`,
      `<text x="${x + 8}" y="${y + 43}" font-size="${COUNT}" font-weight="700" fill="${count > 0 ? INK : PALE}">${count}</text>`,
      marked > 0
        ? `<text x="${x + wide - 8}" y="${y + 43}" font-size="${COUNT}" font-weight="700" text-anchor="end" fill="${isLate ? LATE : GREEN}">${marked}</text>`
        : '',
    ].join('')
  }
  const below = top + HEAD + Math.ceil(tiles.length / COLUMNS) * (TILE + GAP) + 14
  return [
    `<text x="${left}" y="${top + 18}" font-size="14" fill="${SOFT}">${escaped(title)}</text>`,
    ...tiles.map(one),
    rest === null ? '' : `<text x="${left}" y="${below}" font-size="14" fill="${SOFT}">${escaped(rest)}</text>`,
  ].join('')
}
