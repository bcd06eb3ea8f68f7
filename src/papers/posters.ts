import { POSTER, type Poster, posterSvg } from '../pictures/poster.ts'
import { pdfmaker } from './pdfmaker.ts'

/** Posters for a printer: A4, a page each. */
export async function writePosters(posters: readonly Poster[]): Promise<Uint8Array> {
  const pdfmake = await pdfmaker()
  const [first] = posters
  const document = pdfmake.createPdf({
    pageSize: 'A4',
    pageMargins: 0,
    defaultStyle: { font: 'NotoSansSC' },
    info: { title: first ? `${first.town} ${first.head}` : '' },
    content: posters.map((poster, i) => ({
      svg: posterSvg(poster),
      width: POSTER.width,
      ...(i > 0 && { pageBreak: 'before' as const }),
    })),
  })
  return new Uint8Array(await document.getBuffer())
}
