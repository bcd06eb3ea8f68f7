import type { Report } from '../domain/picture.ts'
import { reportPictures as say } from '../wording/pictures.ts'
import { chartSvg } from './chart.ts'
import { GREEN, INK, LATE, LINE, PALE, PAPER, SOFT } from './colours.ts'
import { escaped } from './escaped.ts'
import { fitted, widthOf } from './text-width.ts'
import { heightOfTiles, tilesSvg } from './tiles.ts'

/** As wide as a phone: what is 13 here is 13 there. */
const WIDTH = 390
const MARGIN = 16
const INNER = WIDTH - MARGIN * 2
const TITLE = 48
const FIGURES = 70
const CHART_HEAD = 30
const CHART = 190

const text = (x: number, y: number, size: number, color: string, words: string, more = ''): string =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${color}" ${more}>${escaped(words)}</text>`

const figuresSvg = (figures: Report['figures'], top: number): string =>
  figures
    .map(({ word, count, late }, i) => {
      const x = MARGIN + (INNER / 3) * i
      return text(x, top + 40, 38, late ? LATE : INK, String(count), 'font-weight="700"') + text(x, top + 60, 14, late ? LATE : SOFT, word)
    })
    .join('')

/** Above the chart: what it shows, and which colour is which. */
function chartHead({ title, now, beside }: Report['chart'], top: number): string {
  const names = beside ? [now.name, beside.name] : [now.name, say.noLastYear]
  const marks = [GREEN, PALE]
  let x = WIDTH - MARGIN
  const legend = names.toReversed().map((name, i) => {
    x -= widthOf(name) * 13
    const words = text(x, top + 20, 13, SOFT, name)
    const mark = beside || i === 1 ? `<rect x="${x - 16}" y="${top + 10}" width="11" height="11" rx="2" fill="${marks[1 - i]}"/>` : ''
    x -= 28
    return words + mark
  })
  return text(MARGIN, top + 20, 14, SOFT, title) + legend.join('')
}

/** A leader's picture: the figures, the villages, the course. */
export function reportSvg({ title, figures, villages, chart }: Report): string {
  const tilesTop = TITLE + FIGURES + 6
  const chartTop = tilesTop + (villages ? heightOfTiles(villages) + 8 : 0)
  const height = chartTop + CHART_HEAD + CHART + 8
  const drawn = chartSvg(chart, { width: INNER, height: CHART })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="Noto Sans SC">`,
    `<rect width="${WIDTH}" height="${height}" fill="${PAPER}"/><rect width="${WIDTH}" height="5" fill="${GREEN}"/>`,
    text(MARGIN, 36, 18, INK, fitted(title, 18, INNER), 'font-weight="700"'),
    figuresSvg(figures, TITLE),
    villages ? tilesSvg(villages, MARGIN, tilesTop, INNER) : '',
    `<line x1="${MARGIN}" x2="${WIDTH - MARGIN}" y1="${chartTop}" y2="${chartTop}" stroke="${LINE}"/>`,
    chartHead(chart, chartTop),
    drawn.replace('<svg ', `<svg x="${MARGIN}" y="${chartTop + CHART_HEAD}" `),
    '</svg>',
  ].join('')
}
