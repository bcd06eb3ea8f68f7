import type { VillageNotice } from '../wording/village-notice.ts'
import { ACCENT, GREEN, INK, LINE, PAPER } from './colours.ts'
import { BOLD, MARGIN, MIDDLE, SHEET, say } from './sheet.ts'
import { wrapped } from './wrapped.ts'

/** What hangs beside the poster with the code: what the bot hears and keeps, in letters for people of seventy. */
export interface NoticeSheet extends VillageNotice {
  town: string
  village: string
}

const { width: WIDTH, height: HEIGHT } = SHEET
const HEAD = 124
const TITLE = 19
const TEXT = 17.5
const LEADING = 25
const WIDE = 28
const BETWEEN = 12

/** One drawing for screen and paper. */
export function noticeSvg({ town, village, head, parts, call, urgent }: NoticeSheet): string {
  const drawn: string[] = []
  let y = HEAD + 34
  for (const { title, lines } of parts) {
    drawn.push(`<rect x="${MARGIN}" y="${y - 16}" width="5" height="19" fill="${ACCENT}"/>`, say(MARGIN + 14, y, TITLE, GREEN, title, BOLD))
    y += LEADING + 2
    for (const line of wrapped([...lines], WIDE)) {
      drawn.push(say(MARGIN + 14, y, TEXT, INK, line))
      y += LEADING
    }
    y += BETWEEN
  }
  const foot = HEIGHT - 48
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="Noto Sans SC">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/><rect width="${WIDTH}" height="${HEAD}" fill="${GREEN}"/>`,
    say(WIDTH / 2, 46, 22, PAPER, `${town} ${village}`, MIDDLE),
    say(WIDTH / 2, 94, 33, PAPER, head, `${MIDDLE}${BOLD}`),
    ...drawn,
    say(MARGIN + 14, foot - 18, TEXT, INK, call),
    `<line x1="${MARGIN + 64}" y1="${foot - 15}" x2="${WIDTH - MARGIN}" y2="${foot - 15}" stroke="${INK}" stroke-width="0.8"/>`,
    `<line x1="${MARGIN}" y1="${foot}" x2="${WIDTH - MARGIN}" y2="${foot}" stroke="${LINE}"/>`,
    say(WIDTH / 2, foot + 28, 17, INK, urgent, `${MIDDLE}${BOLD}`),
    '</svg>',
  ].join('')
}
