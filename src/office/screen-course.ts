import type { Chart } from '../domain/picture.ts'
import { html, type Markup } from '../pages/html.ts'

const WIDTH = 640
const HEIGHT = 240
const LEFT = 44
const RIGHT = 92
const TOP = 24
const BOTTOM = 34
/** A day named so often that their numbers stand apart. */
const EVERY = 5

/** The next round number above: what an axis ends with. */
function roundUp(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(most, 1)))
  return [1, 2, 4, 5, 10].map((n) => n * power).find((n) => n >= most && n >= 4) ?? 10 * power
}

/** The month's course as lines: this year's in colour up to today, last year's pale and whole. */
export function courseSvg({ labels, now, beside, title }: Chart): Markup {
  const values = [...now.values, ...(beside?.values ?? [])].flatMap((v) => (v === null ? [] : [v]))
  const top = roundUp(Math.max(0, ...values))
  const x = (i: number): number => LEFT + (i * (WIDTH - LEFT - RIGHT)) / Math.max(1, labels.length - 1)
  const y = (v: number): number => HEIGHT - BOTTOM - (v * (HEIGHT - TOP - BOTTOM)) / top
  const path = (row: readonly (number | null)[]): string =>
    row.flatMap((v, i) => (v === null ? [] : [`${x(i).toFixed(1)},${y(v).toFixed(1)}`])).join(' ')
  const last = now.values.findLastIndex((v) => v !== null)
  const reached = now.values[last] ?? 0
  const end = beside?.values.at(-1) ?? null
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">
${[0, top / 2, top].map((v) => html`<line class="axis" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(v)}" y2="${y(v)}"/><text class="tick" x="${LEFT - 8}" y="${y(v) + 6}" text-anchor="end">${v}</text>`)}
${labels.flatMap((label, i) => (i % EVERY === 0 ? [html`<text class="tick" x="${x(i)}" y="${HEIGHT - 8}" text-anchor="middle">${label}</text>`] : []))}
${beside && html`<polyline class="before" points="${path(beside.values)}"/>`}
${end !== null && html`<text class="name" x="${WIDTH - RIGHT + 8}" y="${y(end) + 6}">${beside?.name ?? ''}</text>`}
<polyline class="now" points="${path(now.values)}"/>
${last >= 0 && reachedMark(now.name, reached, [x(last), y(reached)], (beside?.values[last] ?? 0) > reached)}
</svg>`
}

/** Where this year's line has come to: its number stands where the other line is not. */
function reachedMark(name: string, reached: number, [x, y]: readonly [number, number], isBelow: boolean): Markup {
  const ahead = x < WIDTH / 4
  const at = isBelow ? [x + 12, y + 24] : [ahead ? x : x - 10, y - 16]
  const anchor = isBelow || ahead ? 'start' : 'end'
  return html`<circle class="end" cx="${x}" cy="${y}" r="6"/><text class="reached" x="${at[0] ?? x}" y="${at[1] ?? y}" text-anchor="${anchor}">${name} ${reached}</text>`
}
