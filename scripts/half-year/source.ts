import type { Category } from '../../src/measures/exemplars/facts.ts'

/** The half-year as a township's office told of it in August 2023: what the replay is to arrive at from single events. */
export interface HalfYear {
  /** How many months from January on it is spread over. */
  months: number
  /** 镇、村、社、十户联防. */
  grid: readonly number[]
  /** Secretaries chosen from their own village, clerks recruited, of those with a full degree; the others have a diploma. */
  team: { local: number; recruited: number; bachelors: number }
  matters: { village: number; neighbour: number; household: number }
  /** `told` is the change as the text has it, where it tells one. */
  petitions: { closed: number; lastYear: number; told: string }
  /** What is typed into the chat, with the half-year's sum and last year's. */
  enforcement: readonly { words: string; now: number; before: number }[]
  exemplars: Record<Category, number>
}

export const SOURCE: HalfYear = {
  months: 6,
  grid: [1, 28, 151, 408],
  team: { local: 8, recruited: 27, bachelors: 4 },
  matters: { village: 532, neighbour: 25, household: 13 },
  // Seventeen are told, and 36 % fewer; no whole number of the year before gives that: 26 would be 34.6 %, 27 is 37.0 %.
  petitions: { closed: 17, lastYear: 27, told: '−36%' },
  enforcement: [
    { words: '派出所 治安案件', now: 2, before: 25 },
    { words: '交警 交通违法', now: 212, before: 275 },
    { words: '市场监管所 整改通知书', now: 24, before: 32 },
  ],
  exemplars: { party: 30, daughter: 13, youth: 10, family: 8, villager: 9, neighbour: 9, helper: 9 },
}

/** The same in small, for the tests: every kind of event, few of each. */
export const SMALL: HalfYear = {
  months: 2,
  grid: SOURCE.grid,
  team: SOURCE.team,
  matters: { village: 8, neighbour: 2, household: 2 },
  petitions: { closed: 2, lastYear: 3, told: '' },
  enforcement: SOURCE.enforcement,
  exemplars: { party: 2, daughter: 1, youth: 1, family: 1, villager: 1, neighbour: 1, helper: 1 },
}
