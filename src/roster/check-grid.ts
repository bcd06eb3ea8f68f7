import type { Level } from '../domain/grid.ts'
import { faultWords } from '../wording/roster.ts'
import type { FaultBook } from './faults.ts'
import type { RowOf } from './row-schemas.ts'
import { byId, noteDoubles, type Row, type Rows, saidIn } from './rows.ts'
import type { SheetKey } from './sheets.ts'
import { LEVEL_WORDS, wordOf } from './vocabulary.ts'

type GridRow = Row<RowOf<'grid'>>
export type Places = ReadonlyMap<string, GridRow> | null

const PARENT: Record<Exclude<Level, 'town'>, Level> = { village: 'town', she: 'village', ten: 'she' }
const levelWord = (level: Level) => wordOf(LEVEL_WORDS, level)

function checkParent(node: GridRow, level: Level, places: ReadonlyMap<string, GridRow>, book: FaultBook): void {
  const said = saidIn(node, 'parentId')
  const note = (message: string) => book.note('grid', node.row, 'parentId', message)
  if (level === 'town') {
    if (said !== '') note(faultWords.townHasParent)
    return
  }
  const should = PARENT[level]
  const parent = places.get(said)
  const is = parent?.value?.level
  if (said === '') note(faultWords.noParent(levelWord(should)))
  else if (!parent) note(faultWords.unknownGrid(said))
  else if (is && is !== should) note(faultWords.wrongParent(levelWord(should), levelWord(is)))
}

/** The tree: one town, each node under one of the level above, villages with a short name of their own. */
export function checkGrid(rows: Rows<RowOf<'grid'>>, book: FaultBook): Places {
  const places = byId(rows, 'id')
  if (!rows || !places) return null
  noteDoubles(book, 'grid', rows, ['id'], '编号')
  noteDoubles(book, 'grid', rows, ['parentId', 'name'], '名称')
  noteDoubles(book, 'grid', rows, ['short'], '简称')
  const towns = rows.filter((r) => r.value?.level === 'town')
  const [first] = towns
  if (!first) book.noteSheet('grid', faultWords.noTown)
  for (const second of towns.slice(1)) book.note('grid', second.row, 'level', faultWords.secondTown(first?.row ?? 2))
  for (const node of rows) {
    const level = node.value?.level
    if (!level) continue
    checkParent(node, level, places, book)
    if ((level === 'town' || level === 'village') && saidIn(node, 'short') === '') book.note('grid', node.row, 'short', faultWords.noShort)
  }
  return places
}

/** Notes a reference to the tree that leads nowhere or to a level where the thing cannot be. */
export function checkPlace(
  book: FaultBook,
  places: Places,
  at: { key: SheetKey; row: Row<unknown>; field: string },
  what: string,
  levels: readonly Level[],
): void {
  const said = saidIn(at.row, at.field)
  if (places === null || said === '') return
  const place = places.get(said)
  const level = place?.value?.level
  if (!place) book.note(at.key, at.row.row, at.field, faultWords.unknownGrid(said))
  else if (level && !levels.includes(level))
    book.note(at.key, at.row.row, at.field, faultWords.wrongLevel(what, levelWord(level), levels.map(levelWord)))
}
