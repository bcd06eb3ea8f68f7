import QRCode from 'qrcode'
import type { Code } from '../domain/picture.ts'
import { GREEN, INK, PAPER, SOFT } from './colours.ts'
import { escaped } from './escaped.ts'

const WIDTH = 360
const HEAD = 72
const SIDE = 272
const FOOT = 56

/** An address that a telephone scans, with what it is above and how long it holds below. */
export function codeSvg({ title, address, foot }: Code): string {
  const { size, data } = QRCode.create(address, { errorCorrectionLevel: 'M' }).modules
  const cell = SIDE / size
  const left = (WIDTH - SIDE) / 2
  const dark = [...data].flatMap((bit, i) => (bit ? [`M${i % size} ${Math.floor(i / size)}h1v1h-1z`] : []))
  const text = (y: number, length: number, colour: string, words: string) =>
    `<text x="${WIDTH / 2}" y="${y}" font-size="${length}" text-anchor="middle" fill="${colour}">${escaped(words)}</text>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEAD + SIDE + FOOT}" font-family="Noto Sans SC">`,
    `<rect width="${WIDTH}" height="${HEAD + SIDE + FOOT}" fill="${PAPER}"/><rect width="${WIDTH}" height="6" fill="${GREEN}"/>`,
    text(46, 22, INK, title),
    `<path transform="translate(${left} ${HEAD}) scale(${cell})" shape-rendering="crispEdges" fill="${INK}" d="${dark.join('')}"/>`,
    text(HEAD + SIDE + 34, 15, SOFT, foot),
    '</svg>',
  ].join('')
}
