import { wordsBeside } from '../../reading/named-words.ts'
import type { Reserved } from './facts.ts'

const said = wordsBeside(import.meta.url, 'reserved')

/** How people speak of what 《村民委员会组织法》 art. 24 leaves to the villagers' assembly, an item a row, in the article's order. */
// biome-ignore format: a table
const ROWS: readonly (readonly [item: Reserved, says: RegExp])[] = [
  ['allowances', said('allowances')],
  ['collectiveIncome', said('collectiveIncome')],
  ['publicWorks', said('publicWorks')],
  ['landContracts', said('landContracts')],
  ['collectiveProjects', said('collectiveProjects')],
  ['housePlots', said('housePlots')],
  ['compensation', said('compensation')],
  ['disposal', said('disposal')],
]

/** Which of the reserved matters an item on an agenda is, or null. */
export const reservedIn = (text: string): Reserved | null => ROWS.find(([, says]) => says.test(text))?.[0] ?? null
