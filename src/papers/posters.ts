import { type NoticeSheet, noticeSvg } from '../pictures/notice.ts'
import { type Poster, posterSvg } from '../pictures/poster.ts'
import { SHEET } from '../pictures/sheet.ts'
import { pdfmaker } from './pdfmaker.ts'

/** Drawings for a printer: A4, a page each. */
async function printed(drawings: readonly string[], title: string): Promise<Uint8Array> {
  const pdfmake = await pdfmaker()
  const document = pdfmake.createPdf({
    pageSize: 'A4',
    pageMargins: 0,
    defaultStyle: { font: 'NotoSansSC' },
    info: { title },
    content: drawings.map((svg, i) => ({ svg, width: SHEET.width, ...(i > 0 && { pageBreak: 'before' as const }) })),
  })
  return new Uint8Array(await document.getBuffer())
}

const titleOf = ([first]: readonly { town: string; head: string }[]): string => (first ? `${first.town} ${first.head}` : '')

export const writePosters = (posters: readonly Poster[]): Promise<Uint8Array> => printed(posters.map(posterSvg), titleOf(posters))
export const writeNotices = (sheets: readonly NoticeSheet[]): Promise<Uint8Array> => printed(sheets.map(noticeSvg), titleOf(sheets))
