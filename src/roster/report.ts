import { changeLine, changeSummary, importWords } from '../wording/roster.ts'
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

/** What would change, as lines to read: counts first, then names. */
export function changeReport(changes: readonly Change[]): string[] {
  const sorts = [...Map.groupBy(changes, (c) => `${c.kind} ${c.change}`).values()]
  const named = sorts.flatMap((sort) => sort.slice(0, NAMED)).map((c) => changeLine({ ...c, columns: headersOf(c) }))
  const rest = changes.length - named.length
  return [...changeSummary(changes), ...named, ...(rest > 0 ? [importWords.more(rest)] : [])]
}
