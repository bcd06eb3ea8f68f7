import { lineUp } from '../domain/grid.ts'
import { countGrid } from '../domain/grid-counts.ts'
import type { Township } from '../domain/township.ts'
import { changeLine, changeSummary, gridCountLine, importWords } from '../wording/roster.ts'
import type { Change, ChangedKind } from './compare.ts'
import { columnsOf, SHEETS, type SheetKey } from './sheets.ts'

/** Of each sort of change so many are named; the summary counts all. */
const NAMED = 15

const SHEET_OF: Record<ChangedKind, SheetKey> = {
  town: 'grid',
  grid: 'grid',
  household: 'households',
  person: 'people',
  group: 'groups',
  duty: 'duties',
  venue: 'venues',
  staff: 'staff',
  record: 'records',
}
const OWN_SHEETS: Readonly<Record<string, string>> = { roles: SHEETS.roles.name, members: SHEETS.members.name, ledger: SHEETS.ledger.name }

const headersOf = ({ kind, fields }: Change): string[] =>
  fields.map((field) => columnsOf(SHEET_OF[kind]).find((c) => c.field === field)?.header ?? OWN_SHEETS[field] ?? field)

/** The changes by name, of each sort the first. */
export function namedChanges(changes: readonly Change[]): string[] {
  const sorts = [...Map.groupBy(changes, (c) => `${c.kind} ${c.change}`).values()]
  const named = sorts.flatMap((sort) => sort.slice(0, NAMED)).map((c) => changeLine({ ...c, columns: headersOf(c) }))
  const rest = changes.length - named.length
  return [...named, ...(rest > 0 ? [importWords.more(rest)] : [])]
}

/** What would change, as lines to read: counts first, then names. */
export const changeReport = (changes: readonly Change[]): string[] => [
  ...changeSummary(changes),
  ...namedChanges(changes).map((line) => `  ${line}`),
]

/** What a township is, in two lines: what was read, and its grid (1+28+151+408) with where a keeper is missing. */
export function summaryOf({ name, grid, people, groups, duties }: Township): string[] {
  const nodes = new Map(grid.map((n) => [n.id, n]))
  const named = (id: string): string =>
    lineUp(nodes, id)
      .flatMap((at) => nodes.get(at) ?? [])
      .filter((n) => n.level !== 'town')
      .map((n) => n.name)
      .reverse()
      .join('')
  const counts = countGrid(grid, people)
  const villages = grid.filter((n) => n.level === 'village').length
  return [importWords.read(name, villages, people.length, groups.length, duties.length), gridCountLine(counts, counts.unkept.map(named))]
}
