import { momentAt, numberOfDay } from '../../domain/moments.ts'
import { day } from '../../wording/dates.ts'

export interface AgainSaid {
  village: string
  what: string
  count: number
  places: readonly { name: string; count: number }[]
  days: readonly string[]
}
export interface BurstSaid {
  village: string
  what: string
  count: number
  days: number
  usual: number | null
}
export interface AcrossSaid {
  what: string
  villages: readonly string[]
  days: number
}

const DAYS_SHOWN = 4
const VILLAGES_SHOWN = 5

const few = (n: number): string => String(Math.round(n * 10) / 10)

/** 坪头村路灯：今年第4次（三社3次），11月3日、11月24日。 */
export function againLine(a: AgainSaid): string {
  const places = a.places.filter((p) => p.count > 1).map((p) => `${p.name}${p.count}次`)
  const known = [...new Set(a.days)]
  const days = known.slice(-DAYS_SHOWN).map((d) => day(momentAt(numberOfDay(d), 0)).replace(/（.*$/u, ''))
  return `${a.village}${a.what}：今年第${a.count}次${places.length > 0 ? `（${places.join('、')}）` : ''}，${known.length > DAYS_SHOWN ? '最近' : ''}${days.join('、')}`
}
const usualWords = (b: BurstSaid): string => (b.usual === null ? '以前的数还不够比' : `平常${b.days}天${few(b.usual)}件`)
export const burstLine = (b: BurstSaid): string => `${b.village}${b.what}：${b.days}天${b.count}件，${usualWords(b)}`
export const acrossLine = (a: AcrossSaid): string =>
  `${a.what}：${a.days}天里${a.villages.length}个村都报，${a.villages.slice(0, VILLAGES_SHOWN).join('、')}${a.villages.length > VILLAGES_SHOWN ? '等' : ''}`

const nothingStirs = '现在没有看到苗头：没有反复的，也没有突然多起来的。'
const suggestion = '可以放到说事日上议一议，回“说事日”看议题。'
export const warningList = (lines: readonly string[]): string =>
  lines.length === 0 ? nothingStirs : [...lines.map((l, i) => `${i + 1} ${l}`), suggestion].join('\n')

/** In the day's message, where what comes again and again already has a line. */
export const burstsOfDay = (rows: readonly BurstSaid[]): string | null =>
  rows.length > 0 ? `苗头：${rows.map((b) => `${b.village}${b.what}${b.days}天${b.count}件（${usualWords(b)}）`).join('；')}` : null

export const pagesTitle = '苗头'
