import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Picture } from '../domain/picture.ts'
import { cardSvg } from './card.ts'
import { codeSvg } from './code.ts'
import { sketchSvg } from './sketch.ts'
import { trendSvg } from './trend.ts'

const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'))
const fontFiles = [join(fonts, '400Regular', 'NotoSansSC_400Regular.ttf'), join(fonts, '700Bold', 'NotoSansSC_700Bold.ttf')]
/** Twice the size of the drawing: sharp on a phone, some tens of kilobytes. */
const ZOOM = 2

async function svgOf(picture: Picture): Promise<string> {
  switch (picture.kind) {
    case 'trend':
      return trendSvg(picture)
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
export async function draw(picture: Picture): Promise<Uint8Array> {
  // Loaded when the first picture is wanted; most of what a process does needs none.
  const { Resvg } = await import('@resvg/resvg-js')
  const drawing = new Resvg(await svgOf(picture), {
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Noto Sans SC' },
    fitTo: { mode: 'zoom', value: ZOOM },
  })
  return drawing.render().asPng()
}
