import type { Chart } from '../domain/picture.ts'
import { GREEN, INK } from './colours.ts'
import type { Field } from './field.ts'

export type Row = NonNullable<Chart['beside']>

/** `share`: of its place, for all bars that stand there; `gap`: of a bar's own width. */
const BAR = { widest: 14, share: 0.8, gap: 0.1, round: 2 }
const DOT = 4
const MARK = { type: 16, away: 17 }

export function lineOf({ values }: Row, color: string, weight: number, { x, y }: Field): string {
  const points = values.flatMap((v, i) => (v === null ? [] : [`${x(i)},${y(v)}`]))
  return `<polyline points="${points.join(' ')}" fill="none" stroke="${color}" stroke-width="${weight}" stroke-linejoin="bevel"/>`
}

/** The bars of one row of so many that stand side by side. */
export function barsOf({ values }: Row, color: string, nth: number, rows: number, { left, right, floor, places, x, y }: Field): string {
  const all = rows + (rows - 1) * BAR.gap
  const wide = Math.min(BAR.widest, (((right - left) / places) * BAR.share) / all)
  const from = (nth * (1 + BAR.gap) - all / 2) * wide
  return values.map((v, i) => (v ? bar(x(i) + from, y(v), wide, floor, color) : '')).join('')
}

/** Round at its upper corners. */
function bar(left: number, top: number, wide: number, floor: number, color: string): string {
  const r = Math.min(BAR.round, floor - top)
  return `<path d="M${left} ${floor}V${top + r}q0 ${-r} ${r} ${-r}h${wide - 2 * r}q${r} 0 ${r} ${r}V${floor}Z" fill="${color}"/>`
}

/** Where the line has come to, with its number on the side where the other line is not, as long as there is room above the axis. */
export function markOf({ values }: Row, beside: Row | null, { floor, x, y }: Field): string {
  const last = values.findLastIndex((v) => v !== null)
  const value = values[last] ?? null
  if (value === null) return ''
  const isBelow = (beside?.values[last] ?? 0) > value && y(value) + MARK.away + MARK.type / 2 < floor
  const at = y(value) + (isBelow ? MARK.away : -MARK.away)
  const look = `text-anchor="middle" dominant-baseline="central" font-size="${MARK.type}" font-weight="700" fill="${INK}"`
  return `<circle cx="${x(last)}" cy="${y(value)}" r="${DOT}" fill="${GREEN}"/><text x="${x(last)}" y="${at}" ${look}>${value}</text>`
}
