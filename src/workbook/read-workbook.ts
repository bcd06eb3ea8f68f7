import { readFile, stat } from 'node:fs/promises'
import { visible } from '../domain/visible.ts'
import { Beyond, type Bounds, LIMITS, type Limits } from './bounds.ts'
import { datesIn, type NumberForms } from './number-forms.ts'
import { type Entry, eachPart } from './parts.ts'
import { readRows, type SheetRow } from './rows.ts'
import { readStrings } from './strings.ts'
import { attribute, elements } from './xml.ts'

/** A sheet as text: rows that say anything, each cell by its column, 1 for A. */
export interface Sheet {
  name: string
  rows: SheetRow[]
}

export type Workbook = { sheets: Sheet[] } | { refused: 'no-file' | 'not-xlsx' | 'too-big' | 'too-slow' }

export async function readWorkbook(file: string, limits: Limits = LIMITS): Promise<Workbook> {
  const size = await stat(file).then(
    (it) => (it.isFile() ? it.size : null),
    () => null,
  )
  if (size === null) return { refused: 'no-file' }
  if (size > limits.fileBytes) return { refused: 'too-big' }
  return readCells(await readFile(file), limits)
}

/**
 * The cells of a workbook and nothing else of it, in bounded time and memory: formats, drop-downs and pictures, which may be
 * set for a million rows, are passed over as they stream by.
 */
export function readCells(bytes: Uint8Array, limits: Limits = LIMITS): Workbook {
  if (bytes.length > limits.fileBytes) return { refused: 'too-big' }
  const until = performance.now() + limits.ms
  const bounds: Bounds = {
    ...limits,
    tick() {
      if (performance.now() > until) throw new Beyond('too-slow')
    },
  }
  try {
    return read(bytes, bounds)
  } catch (fault) {
    // Whatever the unzipping or the reading stumbles over, for whoever runs the import it is not a workbook.
    return { refused: fault instanceof Beyond ? fault.what : 'not-xlsx' }
  }
}

function read(bytes: Uint8Array, bounds: Bounds): Workbook {
  const small = new Map<string, string>()
  const keep = (name: string) => (part: Entry) => part.whole((text) => small.set(name, text))
  let strings: string[] = []
  eachPart(bytes, bounds, (name) => {
    if (/^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|styles\.xml)$/u.test(name)) return keep(name)
    return name === 'xl/sharedStrings.xml' ? (part) => readStrings(part, bounds, (all) => (strings = all)) : null
  })
  const index = small.get('xl/workbook.xml')
  if (index === undefined) return { refused: 'not-xlsx' }
  const targets = new Map(
    elements(small.get('xl/_rels/workbook.xml.rels') ?? '', 'Relationship').map((it) => [attribute(it, 'Id'), attribute(it, 'Target')]),
  )
  const forms: NumberForms = {
    dates: datesIn(small.get('xl/styles.xml') ?? ''),
    since1904: /date1904="(?:1|true)"/u.test(index),
  }
  const names = new Map<string, string>()
  for (const it of elements(index, 'sheet')) {
    const target = targets.get(attribute(it, 'r:id') ?? attribute(it, 'id')) ?? ''
    names.set(target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//u, '')}`, visible(attribute(it, 'name') ?? '').trim())
  }
  const sheets = new Map<string, Sheet>()
  eachPart(bytes, bounds, (path) => {
    const name = names.get(path)
    return name === undefined ? null : (part) => readRows(part, { strings, forms, bounds }, (rows) => sheets.set(path, { name, rows }))
  })
  return sheets.size === 0 ? { refused: 'not-xlsx' } : { sheets: [...names.keys()].flatMap((path) => sheets.get(path) ?? []) }
}
