import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Picture } from '../domain/picture.ts'
import { cardSvg } from './card.ts'
import { codeSvg } from './code.ts'
import { type NoticeSheet, noticeSvg } from './notice.ts'
import { type Poster, posterSvg } from './poster.ts'
import { reportSvg } from './report.ts'
import { sketchSvg } from './sketch.ts'

const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'))
const fontFiles = [join(fonts, '400Regular', 'NotoSansSC_400Regular.ttf'), join(fonts, '700Bold', 'NotoSansSC_700Bold.ttf')]
/** Twice the size of the drawing: sharp on a phone, some tens of kilobytes. */
const ZOOM = 2
/** Points are 72 to the inch. */
const PRINTED = 300 / 72

function svgOf(picture: Picture): string {
  switch (picture.kind) {
    case 'report':
      return reportSvg(picture)
    case 'card':
      return cardSvg(picture)
    case 'code':
      return codeSvg(picture)
    case 'sketch':
      return sketchSvg(picture)
    default:
      return picture satisfies never
  }
}

/** PNG bytes. The fonts come with the project: a machine without any Chinese font draws the same. */
export const draw = (picture: Picture): Promise<Uint8Array> => pixels(svgOf(picture), ZOOM)

/** For whoever prints pictures: 300 dots to the inch. */
export const drawPoster = (poster: Poster): Promise<Uint8Array> => pixels(posterSvg(poster), PRINTED)
export const drawNotice = (sheet: NoticeSheet): Promise<Uint8Array> => pixels(noticeSvg(sheet), PRINTED)

async function pixels(svg: string, zoom: number): Promise<Uint8Array> {
  // Loaded when the first picture is wanted; most of what a process does needs none.
  const { Resvg } = await import('@resvg/resvg-js')
  const drawing = new Resvg(svg, {
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Noto Sans SC' },
    fitTo: { mode: 'zoom', value: zoom },
  })
  return drawing.render().asPng()
}
