import type { Reserved } from '../measures/assemblies/facts.ts'
import { wordsBeside } from './named-words.ts'

const said = wordsBeside(import.meta.url, 'reserved')

/** How people speak of what 《村民委员会组织法》 art. 24 leaves to the villagers' assembly, an item a row, in the article's order. */
// biome-ignore format: a table
const ROWS: readonly (readonly [item: Reserved, says: RegExp])[] = [
  ['allowances', /误工(?:补贴|费|补助)|补贴(?:人员|标准)/u],
  ['collectiveIncome', said('collectiveIncome')],
  ['publicWorks', said('publicWorks')],
  ['landContracts', said('landContracts')],
  ['collectiveProjects', said('collectiveProjects')],
  ['housePlots', said('housePlots')],
  ['compensation', said('compensation')],
  ['disposal', /(?:卖|出售|租|出租|抵押|借|贷|处理|处置).{0,6}(?:集体|村里|村上|老学校|旧村部|库房|机井|林木|树)|集体(?:资产|财产|房)/u],
]

/** Which of the reserved matters an item on an agenda is, or null. */
export const reservedIn = (text: string): Reserved | null => ROWS.find(([, says]) => says.test(text))?.[0] ?? null
