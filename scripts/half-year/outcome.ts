import { CATEGORIES, type Category } from '../../src/domain/exemplar.ts'
import { monthOf } from '../../src/domain/span.ts'
import { compareYear } from '../../src/measures/enforcement/compare-year.ts'
import { publishedIn, tally } from '../../src/measures/exemplars/year.ts'
import type { Desk } from '../../src/ports/desk.ts'

/** What the program holds of a half-year, counted from what happened in it. */
export interface Outcome {
  matters: { village: number; neighbour: number; household: number }
  closed: number
  petitions: { closed: number; lastYear: number }
  enforcement: { code: string; now: number | null; before: number | null; change: number | null }[]
  exemplars: Record<Category, number>
  lectures: { law: number; moral: number }
  measured: number
}

const MANY = 5000

export async function outcomeOf(desk: Desk, year: number, months: number): Promise<Outcome> {
  const last = (of: number) => `${of}-${String(months).padStart(2, '0')}`
  const span = { from: monthOf(`${year}-01`).from, to: monthOf(last(year)).to }
  const villages = [...desk.roster.nodes.values()].filter((n) => n.level === 'village' || n.level === 'town').map((n) => n.id)
  const scope = { villages, reader: '', ...span }
  const matters = { village: 0, neighbour: 0, household: 0 }
  for (const row of await desk.figures.opened(scope)) matters[row.kind] += row.count
  const closedOf = (of: number) =>
    desk.petitions.count({ statuses: ['closed'], endedFrom: monthOf(`${of}-01`).from, endedTo: monthOf(last(of)).to, limit: MANY })
  const { rows } = await compareYear(desk, last(year))
  const held = (await desk.lectures.between(`${year}-01-01`, `${last(year)}-31`)).filter((l) => l.state === 'held')
  return {
    matters,
    closed: await desk.countTickets({ statuses: ['closed'], openedSince: span.from, openedBefore: span.to }),
    petitions: { closed: await closedOf(year), lastYear: await closedOf(year - 1) },
    enforcement: rows.map(({ code, now, before, change }) => ({ code, now, before, change })),
    exemplars: tally(await publishedIn(desk, span)),
    lectures: { law: held.filter((l) => l.series === 'law').length, moral: held.filter((l) => l.series === 'moral').length },
    measured: await desk.measurements.count({ statuses: ['agreed'], openedFrom: span.from, openedTo: span.to }),
  }
}

export const sumOf = (exemplars: Record<Category, number>): number => CATEGORIES.reduce((sum, c) => sum + exemplars[c], 0)
