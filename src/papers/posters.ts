import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { POSTER, type Poster, posterSvg } from '../pictures/poster.ts'

const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'))
const regular = join(fonts, '400Regular', 'NotoSansSC_400Regular.ttf')
const bold = join(fonts, '700Bold', 'NotoSansSC_700Bold.ttf')

/** Posters for a printer: A4, a page each, with the letters in it. */
export async function writePosters(posters: readonly Poster[]): Promise<Uint8Array> {
  // Loaded when the first is wanted; most of what a process does needs none.
  const { default: pdfmake } = await import('pdfmake')
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => path === regular || path === bold)
  pdfmake.setFonts({ 'Noto Sans SC': { normal: regular, bold } })
  const [first] = posters
  const document = pdfmake.createPdf({
    pageSize: 'A4',
    pageMargins: 0,
    defaultStyle: { font: 'Noto Sans SC' },
    info: { title: first ? `${first.town} ${first.head}` : '' },
    content: posters.map((poster, i) => ({
      svg: posterSvg(poster),
      width: POSTER.width,
      ...(i > 0 && { pageBreak: 'before' as const }),
    })),
  })
  return document.getBuffer()
}
