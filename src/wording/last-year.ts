import { KINDS } from '../domain/judgement.ts'
import { type Counts, counted, kindShort, type Rate, type Rates, sum } from './digests.ts'

/** The same month a year ago; null where nothing was on record yet, which is not the same as no matters. */
export interface Before {
  opened: Counts
  done: Counts
  rates: Rates
}

export interface Compared {
  /** False while the month still runs: a part is not measured against a whole. */
  over: boolean
  before: Before | null
}

const noRecord = '去年同期没有记录'

/** One decimal at most, and none where it says nothing: 88.2%, 90%. Of nothing there is no share. */
export const percent = (part: number, all: number): string | null => (all > 0 ? `${Math.round((part / all) * 1000) / 10}%` : null)

/** 多21.4%, 少8%, 持平; null against nothing, where no rate exists. */
export function change(now: number, before: number): string | null {
  if (before === 0) return null
  if (now === before) return '持平'
  const share = percent(Math.abs(now - before), before)
  return `${now > before ? '多' : '少'}${share === '0%' ? '不到0.1%' : share}`
}

const lastYear = ({ over }: Compared): string => (over ? '去年' : '去年整月')

function besideCount(now: number, before: number, c: Compared): string {
  const moved = c.over ? change(now, before) : null
  return `（${lastYear(c)}${before}${moved ? `，${moved}` : ''}）`
}

/** 新 34（去年28，多21.4%）：村里25（去年20），邻里6（去年5），户里3（去年3）. Kinds that are nowhere are left out. */
export function countLine(word: string, now: Counts, pick: (b: Before) => Counts, c: Compared): string | null {
  const before = c.before && pick(c.before)
  if (sum(now) === 0 && (!before || sum(before) === 0)) return null
  const kinds = KINDS.filter((k) => now[k] > 0 || (before && before[k] > 0))
  const parts = kinds.map((k) => `${kindShort[k]}${now[k]}${before ? `（去年${before[k]}）` : ''}`)
  return `${word} ${sum(now)}${before ? besideCount(sum(now), sum(before), c) : ''}：${parts.join('，')}`
}

const rateOf = ({ onTime, all }: Rate): string => (all > 0 ? `${onTime}/${all} 按时，${percent(onTime, all)}` : '没有')

export function rateLine(word: string, now: Rate, pick: (r: Rates) => Rate, c: Compared): string | null {
  const before = c.before && pick(c.before.rates)
  if (now.all === 0 && (!before || before.all === 0)) return null
  return `${word} ${rateOf(now)}${before ? `（${lastYear(c)}${before.all > 0 ? `${before.onTime}/${before.all}，${percent(before.onTime, before.all)}` : '没有'}）` : ''}`
}

const answered = ({ good, fair, poor }: Rates['satisfaction']): number => good + fair + poor

/** Who did not answer is in no share: satisfied are those who said so, of those who said anything. */
export function satisfactionLine(now: Rates['satisfaction'], c: Compared): string | null {
  const before = c.before?.rates.satisfaction ?? null
  if (answered(now) + now.none === 0 && (!before || answered(before) + before.none === 0)) return null
  const share = percent(now.good, answered(now))
  const then = before && percent(before.good, answered(before))
  const beside = before ? `（${lastYear(c)}${then ? `满意率${then}` : '没有人回'}）` : ''
  return `满意 ${now.good}，一般 ${now.fair}，不满意 ${now.poor}${share ? `，满意率${share}` : ''}，没回 ${now.none}${beside}`
}

/** One line for the week: the month so far. */
export const monthSoFar = (word: string, now: number, c: Compared): string =>
  `${word}至今 新 ${now}${c.before ? besideCount(now, sum(c.before.opened), c) : `，${noRecord}`}`

/** 1–6月, or 1月 alone. */
const yearUntilMonth = (month: string): string => (month.endsWith('-01') ? '1月' : `1–${Number(month.slice(5))}月`)

export const noMatters = `事项${noRecord}`

/** 1–6月：新 570（村里532 邻里25 户里13），办好 570（…）. */
export function yearSoFar(month: string, opened: Counts, done: Counts): string | null {
  const said = [counted('新', opened), counted('办好', done)].filter((p) => p !== null)
  return said.length > 0 ? `${yearUntilMonth(month)}累计：${said.join('，')}` : null
}

/** 1–6月办结 17（去年同期27，少37%）; against nothing there is no share, and nothing against nothing is not said. */
export function yearToDate(month: string, word: string, now: number, before: number): string | null {
  if (now === 0 && before === 0) return null
  const moved = change(now, before)
  return `${yearUntilMonth(month)}${word} ${now}（去年同期${before > 0 ? before : '没有'}${moved ? `，${moved}` : ''}）`
}
