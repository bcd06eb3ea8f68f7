import type { Chart } from '../domain/picture.ts'
import { numbersUpTo } from './axis.ts'
import { widthOf } from './text-width.ts'

export const TYPE = 13
/** Between a number at the side and its line. */
export const APART = 8
const MARGIN = { left: 30, right: 22, top: 26, bottom: 26 }

/** Where a chart's places and values lie. */
export interface Field {
  left: number
  right: number
  floor: number
  places: number
  numbers: readonly number[]
  x(place: number): number
  y(value: number): number
}

const written = new Intl.NumberFormat('en')
export const inFigures = (n: number): string => written.format(n)

export function fieldOf({ shape, labels, now, beside }: Chart, width: number, height: number): Field {
  const numbers = numbersUpTo(Math.max(0, ...[...now.values, ...(beside?.values ?? [])].map((v) => v ?? 0)))
  const widest = Math.max(...numbers.map((n) => widthOf(inFigures(n))))
  const [left, right] = [Math.max(MARGIN.left, widest * TYPE + APART), width - MARGIN.right]
  const [floor, highest] = [height - MARGIN.bottom, numbers.at(-1) ?? 1]
  const y = (value: number): number => floor - (value / highest) * (floor - MARGIN.top)
  const places = labels.length
  // A line goes from edge to edge; bars, and a line's only point, stand in the middle of their place.
  const isAtEdge = shape === 'lines' && places > 1
  const each = (right - left) / (isAtEdge ? places - 1 : places)
  const x = (place: number): number => left + each * (isAtEdge ? place : place + 0.5)
  return { left, right, floor, places, numbers, x, y }
}
