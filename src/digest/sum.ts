import type { Person } from '../domain/people.ts'
import type { Span } from '../domain/span.ts'
import type { Desk } from '../ports/desk.ts'
import { total } from './figures.ts'
import { scopeOf } from './part.ts'

/** What came in and was done in a span, and what is late now, in a reader's part of the tree. */
export async function spanSum(
  desk: Pick<Desk, 'now' | 'roster' | 'figures'>,
  reader: Person,
  span: Span,
): Promise<{ opened: number; done: number; overdue: number }> {
  const scope = scopeOf(desk, reader, span)
  const { figures, now } = desk
  return {
    opened: total(await figures.opened(scope)),
    done: total(await figures.done(scope)),
    overdue: total(await figures.overdue(scope, now)),
  }
}
