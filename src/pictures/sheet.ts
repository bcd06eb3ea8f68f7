import { escaped } from './escaped.ts'

/** A4 in points, as paper is measured. */
export const SHEET = { width: 595, height: 842 } as const
export const MARGIN = 44
export const MIDDLE = ' text-anchor="middle"'
export const BOLD = ' font-weight="700"'

/** A line of words on a sheet, its foot at `y`. */
export const say = (x: number, y: number, size: number, colour: string, text: string, more = ''): string =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${colour}"${more}>${escaped(text)}</text>`
