import type { Sketch } from '../domain/picture.ts'
import { sketchWords } from '../wording/pictures.ts'
import { ACCENT, GREEN, INK, LINE, PAPER, SOFT } from './colours.ts'
import { escaped } from './escaped.ts'

const WIDTH = 480
const TOP = 72
const PLOT = { width: 340, height: 280 }
const MARGIN = 70
const ROW = 22
/** A scale bar no longer than this. */
const LONGEST_BAR = 120

/** Pixels; the length of a shorter side stands further out, past the letters of its corners. */
const SHORT = 60

type XY = readonly [x: number, y: number]

/** 1, 2 or 5 of some power of ten: what a scale is read by. */
function barOf(pixelsPerMetre: number): number {
  const most = LONGEST_BAR / pixelsPerMetre
  const power = 10 ** Math.floor(Math.log10(most))
  return [5, 2, 1].map((n) => n * power).find((n) => n <= most) ?? power
}

const text = (x: number, y: number, size: number, color: string, words: string, more = ''): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size}" fill="${color}" ${more}>${escaped(words)}</text>`

/** How much further out than its length the name of whoever lies behind a side stands. */
const BEHIND = 19

/** Length beside the middle of its side, outside of the plot, turned so that it is never upside down. */
function sideLabel(from: XY, to: XY, centre: XY, words: string, neighbour: string): string {
  const [mx, my] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1
  const normal: XY = [-(to[1] - from[1]) / length, (to[0] - from[0]) / length]
  const outside = (mx - centre[0]) * normal[0] + (my - centre[1]) * normal[1] >= 0 ? 1 : -1
  const away = outside * (length < SHORT ? 34 : 14)
  const [x, y] = [mx + normal[0] * away, my + normal[1] * away]
  const angle = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI
  const upright = angle > 90 || angle <= -90 ? angle + 180 : angle
  const turn = (atX: number, atY: number) =>
    `text-anchor="middle" dominant-baseline="middle" transform="rotate(${upright.toFixed(1)} ${atX.toFixed(1)} ${atY.toFixed(1)})"`
  const shift = outside * BEHIND
  return [
    text(x, y, 15, INK, words, turn(x, y)),
    ...(neighbour === ''
      ? []
      : [text(x + normal[0] * shift, y + normal[1] * shift, 13, SOFT, neighbour, turn(x + normal[0] * shift, y + normal[1] * shift))]),
  ].join('')
}

/** A side that is fought over, over its own line. */
const disputedLine = ([x1, y1]: XY, [x2, y2]: XY): string =>
  `<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}" stroke="${ACCENT}" stroke-width="5" stroke-dasharray="12 7"/>`

const unit = (from: XY, to: XY): XY => {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1
  return [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
}

/** A corner's letter stands opposite to the opening between its two sides. */
function letter(p: XY, before: XY, after: XY, i: number): string {
  const [a, b] = [unit(p, before), unit(p, after)]
  const [dx, dy] = unit([0, 0], [-(a[0] + b[0]), -(a[1] + b[1])])
  const style = 'text-anchor="middle" dominant-baseline="middle" font-weight="700"'
  return text(p[0] + dx * 18, p[1] + dy * 18, 16, ACCENT, String.fromCharCode(65 + i), style)
}

function northArrow(degrees: number): string {
  const [x, y] = [WIDTH - 40, 50]
  return [
    `<g transform="rotate(${(90 - degrees).toFixed(1)} ${x} ${y})">`,
    `<path d="M ${x} ${y - 22} L ${x + 8} ${y + 14} L ${x} ${y + 6} L ${x - 8} ${y + 14} Z" fill="${GREEN}"/>`,
    text(x, y - 27, 14, INK, sketchWords.north, 'text-anchor="middle"'),
    '</g>',
  ].join('')
}

/** A plot of land to scale: its corners lettered, its sides with their lengths, a scale bar, north where somebody looked. */
export function sketchSvg({ title, corners, sides, north, lines, neighbours = [], disputed = [] }: Sketch): string {
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const scale = Math.min(PLOT.width / (right - left || 1), PLOT.height / (top - bottom || 1))
  const height = (top - bottom) * scale
  const originX = MARGIN + (PLOT.width - (right - left) * scale) / 2
  const at = ([x, y]: XY): XY => [originX + (x - left) * scale, TOP + MARGIN / 2 + (top - y) * scale]
  const points = corners.map(at)
  const centre: XY = [points.reduce((s, [x]) => s + x, 0) / points.length, points.reduce((s, [, y]) => s + y, 0) / points.length]
  const barY = TOP + MARGIN + height + 24
  const bar = barOf(scale)
  const total = barY + 40 + lines.length * ROW + (north === null ? ROW : 0)
  const below = [...lines, ...(north === null ? [sketchWords.northUnknown] : [])]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${Math.ceil(total)}" font-family="Noto Sans SC">`,
    `<rect width="${WIDTH}" height="${Math.ceil(total)}" fill="${PAPER}"/><rect width="${WIDTH}" height="8" fill="${GREEN}"/>`,
    text(24, 46, 20, INK, title, 'font-weight="700"'),
    `<polygon points="${points.map((p) => p.map((n) => n.toFixed(1)).join(',')).join(' ')}" fill="${GREEN}" fill-opacity="0.08" stroke="${INK}" stroke-width="2"/>`,
    ...points.map((p, i) => sideLabel(p, points[(i + 1) % points.length] ?? p, centre, (sides[i] ?? 0).toFixed(2), neighbours[i] ?? '')),
    ...points.map((p, i) => (disputed[i] ? disputedLine(p, points[(i + 1) % points.length] ?? p) : '')),
    ...points.map(([x, y]) => `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="4" fill="${ACCENT}"/>`),
    ...points.map((p, i) => letter(p, points.at(i - 1) ?? p, points[(i + 1) % points.length] ?? p, i)),
    ...(north === null ? [] : [northArrow(north)]),
    `<path d="M 24 ${barY - 6} V ${barY} H ${(24 + bar * scale).toFixed(1)} V ${barY - 6}" fill="none" stroke="${INK}" stroke-width="2"/>`,
    text(24 + bar * scale + 8, barY + 4, 14, SOFT, sketchWords.metres(bar)),
    `<line x1="24" x2="${WIDTH - 24}" y1="${barY + 16}" y2="${barY + 16}" stroke="${LINE}"/>`,
    ...below.map((words, i) => text(24, barY + 38 + i * ROW, 15, SOFT, words)),
    '</svg>',
  ].join('')
}
