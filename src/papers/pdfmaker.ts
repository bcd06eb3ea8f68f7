import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const FONTS = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'))
const REGULAR = join(FONTS, '400Regular', 'NotoSansSC_400Regular.ttf')
const BOLD = join(FONTS, '700Bold', 'NotoSansSC_700Bold.ttf')
/** It comes with the project, and goes with the file: a machine without any Chinese letters shows the same. */
const LETTERS = { normal: REGULAR, bold: BOLD, italics: REGULAR, bolditalics: BOLD }
/** As documents call it, and as drawings do. */
const FONT = { NotoSansSC: LETTERS, 'Noto Sans SC': LETTERS }

/** The one maker of PDFs, which reads nothing but its letters. */
export async function pdfmaker() {
  // Loaded when the first paper is wanted; most of what a process does needs none.
  const { default: pdfmake } = await import('pdfmake')
  pdfmake.setFonts(FONT)
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => path === REGULAR || path === BOLD)
  return pdfmake
}
