import type { Person } from '../domain/people.ts'
import { reachOf } from '../domain/roster.ts'
import type { Span } from '../domain/span.ts'
import type { AtDesk, Desk } from '../ports/desk.ts'
import type { Scope } from '../ports/figures.ts'

/** From this rank on a line of the day tells; below it, it asks for a decision and stands with the day's decisions. */
export const TELLS = 2

export type Cell = string | number | Date | null

/** A measure's sheet of the ledger (台账). Dates are written as days of Asia/Shanghai; names and telephones are masked by `domain/mask.ts`. */
export interface LedgerSheet {
  sheet: string
  columns: readonly string[]
  /** How many places behind the point the numbers of a column have; as in the papers that tell them too. */
  decimals?: Readonly<Record<string, number>>
  /** Without what is about the reader; null: the township's own copy. */
  rows(desk: Desk, span: Span, reader: Person | null): Promise<Cell[][]>
}

/** What a measure has printed for a village's board. */
export interface Board {
  title: string
  columns: readonly string[]
  widths: readonly number[]
  rows: readonly Cell[][]
  foot: readonly string[]
}

/** One line for one person's message of the morning. */
export interface MorningLine {
  person: string
  text: string
}

/** What a measure reminds people of this morning, by its own dates. */
export type MorningLines = AtDesk<MorningLine[]>

/** The part of the tree somebody's offices reach, in a span, for their eyes. */
export const scopeOf = (desk: Pick<Desk, 'roster'>, reader: Person, { from, to }: Span): Scope => ({
  villages: reachOf(
    desk.roster,
    reader.roles.filter((r) => r.role !== 'resident'),
  ),
  ...{ reader: reader.id, from, to },
})
