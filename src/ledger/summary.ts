import type { Cell } from '../measures/measure.ts'
import type { Desk } from '../ports/desk.ts'
import type { Scope, Tally } from '../ports/figures.ts'
import { ledgerSummary as words } from '../wording/ledger.ts'
import type { LedgerPart } from './tickets.ts'

/** The villages side by side in the order of the grid, their sum, and what the other sheets hold. */
export async function summaryRows(
  desk: Pick<Desk, 'now' | 'roster' | 'figures'>,
  { span, villages: reach, reader }: LedgerPart,
  others: readonly { sheet: string; rows: number }[],
): Promise<Cell[][]> {
  const villages = [...desk.roster.nodes.values()].filter((n) => n.level === 'village' && reach.includes(n.id))
  const scope: Scope = { ...span, villages: reach, reader: reader?.id ?? '' }
  const opened = await desk.figures.opened(scope)
  const done = await desk.figures.done(scope)
  const overdue = await desk.figures.overdue(scope, desk.now)
  const counts = (here: (t: Tally) => boolean): number[] => {
    const of = (tallies: readonly Tally[], kind?: Tally['kind']) =>
      tallies.filter((t) => here(t) && (kind === undefined || t.kind === kind)).reduce((sum, t) => sum + t.count, 0)
    return [of(opened), of(opened, 'village'), of(opened, 'neighbour'), of(opened, 'household'), of(done), of(overdue)]
  }
  return [
    ...villages.map((v): Cell[] => [v.name, ...counts((t) => t.village === v.id)]),
    [words.total, ...counts(() => true)],
    ...(others.length > 0 ? [[], [words.others]] : []),
    ...others.map(({ sheet, rows }): Cell[] => [sheet, words.rows(rows)]),
  ]
}
