import type { Chart } from '../domain/picture.ts'
import { barsOf, lineOf, markOf } from './chart-rows.ts'
import { GREEN, LINE, PALE, SOFT } from './colours.ts'
import { escaped } from './escaped.ts'
import { APART, type Field, fieldOf, inFigures, TYPE } from './field.ts'

/** A label every so often: as many as stand beside each other in that type. */
const LABELS = 8
const UNDER = 14.5

const text = (x: number, y: number, words: string, anchor: 'middle' | 'end'): string =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}" dominant-baseline="central" font-size="${TYPE}" fill="${SOFT}">${escaped(words)}</text>`

/** Two rows of figures over the same days, weeks or months: the one that is told of in colour, the other pale behind it. */
export function chartSvg(chart: Chart, { width, height }: { width: number; height: number }): string {
  const { shape, now, beside } = chart
  const field = fieldOf(chart, width, height)
  const rows = [...(beside ? [{ row: beside, color: PALE, weight: 2 }] : []), { row: now, color: GREEN, weight: 3 }]
  return [
    `<svg width="${width}" height="${height}">`,
    ...field.numbers.map((n) => numbered(n, field)),
    ...labelled(chart, field),
    ...rows.map(({ row, color, weight }, nth) =>
      shape === 'lines' ? lineOf(row, color, weight, field) : barsOf(row, color, nth, rows.length, field),
    ),
    shape === 'lines' ? markOf(now, beside, field) : '',
    '</svg>',
  ].join('')
}

function numbered(n: number, { left, right, y }: Field): string {
  const line = `<line x1="${left}" x2="${right}" y1="${y(n) + 0.5}" y2="${y(n) + 0.5}" stroke="${LINE}"/>`
  return line + text(left - APART, y(n), inFigures(n), 'end')
}

/** The last place of a line is at the edge of the picture, where there is no room for words. */
function labelled({ shape, labels }: Chart, { floor, x }: Field): string[] {
  const every = Math.ceil(labels.length / LABELS)
  const edge = shape === 'lines' && labels.length > 1 ? labels.length - 1 : labels.length
  return labels.flatMap((words, i) => (i % every === 0 && i < edge ? [text(x(i), floor + UNDER, words, 'middle')] : []))
}
