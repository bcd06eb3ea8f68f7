import { visible } from '../domain/visible.ts'
import { Beyond, type Bounds } from './bounds.ts'
import { dayOfSerial, type NumberForms } from './number-forms.ts'
import type { Entry } from './parts.ts'
import { attribute, decoded, elements, textsIn } from './xml.ts'

export interface SheetRow {
  row: number
  cells: ReadonlyMap<number, string>
}

interface Needs {
  strings: readonly string[]
  forms: NumberForms
  bounds: Bounds
}

const ROW = /<(?:\w+:)?row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/gu
/** Most rows of a sheet that was painted to its end hold nothing. */
const SAYS = /[<:](?:v|is)[\s>]/u
const CELL = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/gu
const VALUE = /<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/u
/** After the rows only merged cells matter; drop-downs and colours come behind them. */
const ENOUGH = /<(?:\w+:)?(?:conditionalFormatting|dataValidations|hyperlinks|pageMargins|drawing)\b|<\/(?:\w+:)?worksheet>/u

/** A, AB: the column's number. */
const columnOf = (letters: string): number => Array.from(letters).reduce((at, c) => at * 26 + c.charCodeAt(0) - 64, 0)
export const lettersOf = (column: number): string =>
  column <= 0 ? '' : lettersOf(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26))

/** The rows of a sheet that say anything. */
export function readRows(part: Entry, needs: Needs, done: (rows: SheetRow[]) => void): void {
  const { bounds } = needs
  const rows: { row: number; cells: Map<number, string> }[] = []
  let rest = ''
  let inRows = true
  let at = 0
  let cells = 0
  let length = 0
  part.pieces(
    (piece) => {
      rest += piece
      let read = 0
      for (const found of inRows ? rest.matchAll(ROW) : []) {
        read = found.index + found[0].length
        at = Number(attribute(found[1] ?? '', 'r') ?? at + 1)
        if (!SAYS.test(found[2] ?? '')) continue
        const filled = cellsOf(found[2] ?? '', needs)
        if (filled.size === 0) continue
        cells += filled.size
        for (const text of filled.values()) length += text.length
        if (cells > bounds.cells || length > bounds.characters) throw new Beyond('too-big')
        rows.push({ row: at, cells: filled })
      }
      rest = rest.slice(read)
      if (/<\/(?:\w+:)?sheetData>|<(?:\w+:)?sheetData\s*\/>/u.test(rest)) inRows = false
      if (rest.length > bounds.characters / 4) throw new Beyond('too-big')
      if (inRows || !ENOUGH.test(rest)) return undefined
      return 'enough'
    },
    () => {
      spread(rows, elements(rest, 'mergeCell').slice(0, 10_000))
      done(rows)
    },
  )
}

function cellsOf(xml: string, needs: Needs): Map<number, string> {
  const filled = new Map<number, string>()
  let at = 0
  for (const [, tag = '', inside] of xml.matchAll(CELL)) {
    const place = /\sr=["']([A-Z]{1,3})/u.exec(tag)?.[1]
    at = place === undefined ? at + 1 : columnOf(place)
    if (inside === undefined || inside === '') continue
    const text = visible(textOf(tag, inside, needs)).trim()
    if (text !== '') filled.set(at, text)
  }
  return filled
}

function textOf(tag: string, inside: string, { strings, forms }: Needs): string {
  const type = attribute(tag, 't')
  if (type === 'inlineStr') return textsIn(inside)
  const value = decoded(VALUE.exec(inside)?.[1] ?? '')
  if (type === 's') return strings[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  // #N/A is told as it stands, so that whoever made the table sees which cell is meant.
  if (type === 'str' || type === 'e' || type === 'd') return value
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return value
  const day = forms.dates.has(Number(attribute(tag, 's') ?? 0)) ? dayOfSerial(number, forms.since1904) : null
  // 1.9900000001E10 is a telephone number.
  return day ?? (Number.isInteger(number) ? BigInt(number).toString() : String(number))
}

/** What stands in several cells that were made one holds for each of them. */
function spread(rows: readonly { row: number; cells: Map<number, string> }[], merged: readonly string[]): void {
  const byRow = new Map(rows.map((r) => [r.row, r.cells]))
  for (const tag of merged) {
    const [, left = '', top, right = '', bottom] = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/u.exec(attribute(tag, 'ref') ?? '') ?? []
    const text = byRow.get(Number(top))?.get(columnOf(left))
    if (text === undefined) continue
    for (const { row, cells } of rows)
      if (row >= Number(top) && row <= Number(bottom))
        for (let column = columnOf(left); column <= Math.min(columnOf(right), columnOf(left) + 200); column++)
          if (!cells.has(column)) cells.set(column, text)
  }
}
