import { CATEGORIES, type Category, type Exemplar } from '../../domain/exemplar.ts'
import { monthOf, type Span } from '../../domain/span.ts'
import type { Desk } from '../../ports/desk.ts'

const MANY = 5000

export const spanOfYear = (year: number): Span => ({ from: monthOf(`${year}-01`).from, to: monthOf(`${year}-12`).to })

/** Published and not taken down since, in a span. */
export const publishedIn = (desk: Desk, { from, to }: Span): Promise<Exemplar[]> =>
  desk.exemplars.list({ statuses: ['published'], endedFrom: from, endedTo: to, limit: MANY })

export function tally(list: readonly Exemplar[]): Record<Category, number> {
  const counts: Record<Category, number> = { party: 0, daughter: 0, youth: 0, family: 0, villager: 0, neighbour: 0, helper: 0 }
  for (const e of list) counts[e.category] += 1
  return counts
}

export const namesByCategory = (list: readonly Exemplar[]): { category: Category; names: string[] }[] =>
  CATEGORIES.map((category) => ({ category, names: list.filter((e) => e.category === category).map((e) => e.name) })).filter(
    (r) => r.names.length > 0,
  )
