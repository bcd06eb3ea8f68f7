import QRCode from 'qrcode'
import { ACCENT, GREEN, INK, LINE, PAPER, SOFT } from './colours.ts'
import { BOLD, MARGIN, MIDDLE, SHEET, say } from './sheet.ts'

/** What hangs on a wall of a village: where its code leads, and how it is used. */
export interface Poster {
  town: string
  village: string
  address: string
  head: string
  steps: readonly string[]
  notes: readonly string[]
  urgent: string
}

const QR = 300
const QR_TOP = 222
const STEPS_TOP = 588
const STEP = 56

/** The highest correction: paper outside gets torn and wet. */
function code(address: string): string {
  const { size, data } = QRCode.create(address, { errorCorrectionLevel: 'Q' }).modules
  const dark = [...data].flatMap((bit, i) => (bit ? [`M${i % size} ${Math.floor(i / size)}h1v1h-1z`] : []))
  const left = (SHEET.width - QR) / 2
  return [
    `<rect x="${left - 20}" y="${QR_TOP - 20}" width="${QR + 40}" height="${QR + 40}" rx="14" fill="${PAPER}" stroke="${LINE}" stroke-width="2"/>`,
    `<path transform="translate(${left} ${QR_TOP}) scale(${QR / size})" fill="${INK}" d="${dark.join('')}"/>`,
  ].join('')
}

const step = (text: string, n: number): string => {
  const y = STEPS_TOP + n * STEP
  return [
    `<circle cx="${MARGIN + 20}" cy="${y}" r="20" fill="${GREEN}"/>`,
    say(MARGIN + 20, y + 9, 26, PAPER, String(n + 1), `${MIDDLE}${BOLD}`),
    say(MARGIN + 58, y + 10, 29, INK, text),
  ].join('')
}

/** One drawing for screen and paper. Large, plain, and nothing on it that will be wrong next year. */
export function posterSvg({ town, village, address, head, steps, notes, urgent }: Poster): string {
  const { width, height } = SHEET
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Noto Sans SC">`,
    `<rect width="${width}" height="${height}" fill="${PAPER}"/><rect width="${width}" height="178" fill="${GREEN}"/>`,
    say(width / 2, 56, 30, PAPER, `${town} ${village}`, MIDDLE),
    say(width / 2, 126, 50, PAPER, head, `${MIDDLE}${BOLD}`),
    `<rect x="${width / 2 - 32}" y="148" width="64" height="5" fill="${ACCENT}"/>`,
    code(address),
    ...steps.map(step),
    ...notes.map((note, i) => say(width / 2, 758 + i * 25, 18, SOFT, note, MIDDLE)),
    say(width / 2, 818, 19, INK, urgent, `${MIDDLE}${BOLD}`),
    '</svg>',
  ].join('')
}
