import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import mammoth from 'mammoth'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Paper } from '../../src/papers/paper.ts'
import { writePdf } from '../../src/papers/pdf.ts'
import { writeWord } from '../../src/papers/word.ts'

const pdfjs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** What a document says, as another library than the one that wrote it reads it. */
const wordText = async (bytes: Uint8Array): Promise<string> => (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value

export async function pdfPages(bytes: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(bytes), standardFontDataUrl: `${join(pdfjs, 'standard_fonts')}/` })
  const document = await task.promise
  const pages: string[] = []
  for (let n = 1; n <= document.numPages; n++) {
    const { items } = await (await document.getPage(n)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
  }
  await task.destroy()
  return pages
}

const bare = (text: string): string => text.replace(/\s/gu, '')

/** A paper as Word has it, without blanks. */
export const wordOf = async (paper: Paper): Promise<string> => bare(await wordText(await writeWord(paper)))

/** A paper in both forms, each as it is read: without blanks, and the PDF without its page numbers. */
export async function bothOf(paper: Paper): Promise<{ word: string; pdf: string; pages: string[] }> {
  const pages = (await pdfPages(await writePdf(paper))).map((page) => bare(page).replace(/第\d+页，共\d+页$/u, ''))
  return { word: await wordOf(paper), pdf: pages.join(''), pages }
}
