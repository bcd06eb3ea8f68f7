import type { Person } from '../domain/people.ts'
import { reachOf, townNode } from '../domain/roster.ts'
import { spanOfPeriod } from '../domain/span.ts'
import type { Desk } from '../ports/desk.ts'
import type { LedgerPart } from './tickets.ts'

/** What of the ledger is a reader's: the part of the tree that they lead. Null where the period is none. */
export function partOf({ roster }: Pick<Desk, 'roster'>, period: string, reader: Person | null): LedgerPart | null {
  const span = spanOfPeriod(period)
  const led = (reader?.roles ?? [{ role: 'leader' as const, grid: townNode(roster) }]).filter((r) => r.role === 'leader')
  return span && { span, reader, villages: reachOf(roster, led) }
}

/** The measures are kept for the township as a whole. */
export const isWhole = ({ roster }: Pick<Desk, 'roster'>, { villages }: LedgerPart): boolean => villages.includes(townNode(roster))
