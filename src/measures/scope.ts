import type { Person } from '../domain/people.ts'
import { reachOf } from '../domain/roster.ts'
import type { Span } from '../domain/span.ts'
import type { Desk } from '../ports/desk.ts'
import type { Scope } from '../ports/figures.ts'

/** The part of the tree somebody's offices reach, in a span, for their eyes. */
export const scopeOf = (desk: Desk, reader: Person, { from, to }: Span): Scope => ({
  villages: reachOf(
    desk.roster,
    reader.roles.filter((r) => r.role !== 'resident'),
  ),
  ...{ reader: reader.id, from, to },
})
