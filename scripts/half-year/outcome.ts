import { countGrid } from '../../src/domain/grid-counts.ts'
import { isCadre, type Role } from '../../src/domain/people.ts'
import { monthOf } from '../../src/domain/span.ts'
import { atLeast } from '../../src/domain/team.ts'
import { monthsOf } from '../../src/measures/enforcement/facts.ts'
import { compareYear } from '../../src/measures/enforcement/verbs.ts'
import { CATEGORIES, type Category } from '../../src/measures/exemplars/facts.ts'
import { publishedIn, tally } from '../../src/measures/exemplars/verbs.ts'
import { missingSeries } from '../../src/measures/lectures/facts.ts'
import { lecturesOf } from '../../src/measures/lectures/verbs.ts'
import { PETITIONS } from '../../src/measures/petitions/facts.ts'
import { MEASUREMENTS } from '../../src/measures/ruler/facts.ts'
import type { Desk } from '../../src/ports/desk.ts'
import { LOCAL, RECRUITED } from './texts.ts'

/** What the program holds of a half-year, counted from what happened in it. */
export interface Outcome {
  matters: { village: number; neighbour: number; household: number }
  closed: number
  petitions: { closed: number; lastYear: number }
  enforcement: { code: string; now: number | null; before: number | null; change: number | null }[]
  exemplars: Record<Category, number>
  /** Held in all, and the months that had one of each. */
  lectures: { law: number; moral: number; months: number }
  grid: number[]
  team: { local: number; recruited: number; bachelors: number; diplomas: number; cadres: number; checked: number }
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
    desk.cases(PETITIONS).count({ statuses: ['closed'], endedFrom: monthOf(`${of}-01`).from, endedTo: monthOf(last(of)).to, limit: MANY })
  const { rows } = await compareYear(desk, last(year))
  const { town, village, she, ten } = countGrid(desk.roster.nodes.values(), desk.roster.people.values())
  const held = (await lecturesOf(desk, `${year}-01-01`, `${last(year)}-31`)).filter((l) => l.status === 'held')
  return {
    matters,
    closed: await desk.countTickets({ statuses: ['closed'], openedSince: span.from, openedBefore: span.to }),
    petitions: { closed: await closedOf(year), lastYear: await closedOf(year - 1) },
    enforcement: rows.map(({ code, now, before, change }) => ({ code, now, before, change })),
    exemplars: tally(await publishedIn(desk, span)),
    lectures: {
      law: held.filter((l) => l.series === 'law').length,
      moral: held.filter((l) => l.series === 'moral').length,
      months: monthsOf(`${year}-01`, last(year)).filter(
        (m) =>
          missingSeries(
            m,
            held.filter((l) => l.day.startsWith(m)),
          ).length === 0,
      ).length,
    },
    grid: [town, village, she, ten],
    team: await teamOf(desk, year),
    measured: await desk.cases(MEASUREMENTS).count({ statuses: ['agreed'], openedFrom: span.from, openedTo: span.to }),
  }
}

async function teamOf(desk: Desk, year: number): Promise<Outcome['team']> {
  const { people, staff } = desk.roster
  const holds = (role: Role) => [...staff.values()].filter((s) => people.get(s.person)?.roles.some((r) => r.role === role))
  const recruited = holds('clerk').filter((s) => s.how === RECRUITED)
  const checkups = (await desk.team.between(`${year}-01-01`, `${year}-12-31`)).filter((r) => r.kind === 'checkup')
  return {
    local: holds('secretary').filter((s) => s.how === LOCAL).length,
    recruited: recruited.length,
    bachelors: recruited.filter((s) => s.fullTime && atLeast(s.education, 'bachelor')).length,
    diplomas: recruited.filter((s) => atLeast(s.education, 'college') && !atLeast(s.education, 'bachelor')).length,
    cadres: [...people.values()].filter(isCadre).length,
    checked: new Set(checkups.map((r) => r.person)).size,
  }
}

export const sumOf = (exemplars: Record<Category, number>): number => CATEGORIES.reduce((sum, c) => sum + exemplars[c], 0)
