import type { Danger, Sensitivity } from '../../domain/judgement.ts'
import { AT_HOME, BETWEEN_PEOPLE } from './between-people.ts'
import type { Phrases } from './phrase.ts'
import { PUBLIC_AFFAIRS } from './public-affairs.ts'
import { ROADS_AND_WATER } from './roads-and-water.ts'
import { SERVICES } from './services.ts'

const OF_DUTY: Readonly<Record<string, Phrases>> = { ...ROADS_AND_WATER, ...SERVICES, ...PUBLIC_AFFAIRS, ...BETWEEN_PEOPLE, ...AT_HOME }

// biome-ignore format: a table
const OF_DANGER: Readonly<Record<Danger, string>> = {
  fire: '着火', flood: '进水被淹', landslide: '滑坡落石', gas: '煤气有险', collapse: '房屋倒塌', electric: '触电漏电', brawl: '有人打斗', accident: '有人伤病',
  missing: '有人走失', violence: '家里的急事', selfharm: '家里的急事', child: '孩子的急事',
  elder: '老人的急事', poison: '家里的急事',
}

/** What stands for a matter of the village that must not be told: never what somebody is accused of. */
// biome-ignore format: a table
const UNTOLD: Readonly<Partial<Record<Sensitivity, string>>> = {
  cadre: '干部作风的事', petition: '集体的事', crime: '治安线索', child: '孩子的事', violence: '家里的事', selfharm: '家里的事',
  elder: '老人的事', poison: '家里的事',
}

export const dangerPhrase = (danger: Danger): string => OF_DANGER[danger]
export const untoldPhrase = (sensitivity: Sensitivity): string | null => UNTOLD[sensitivity] ?? null

/** What people's words make of a duty: 路灯不亮, 停水了; null where only the usual fits or the duty is the township's own. */
export const heardPhrase = (duty: string, text: string): string | null => {
  const line = text.replaceAll('\n', ' ')
  return OF_DUTY[duty]?.when.find(([heard]) => heard.test(line))?.[1] ?? null
}
/** Where nothing can be named that was said. */
export const villagePhrase = '村里的事'
export const usualPhrase = (duty: string): string | null => OF_DUTY[duty]?.usual ?? null
