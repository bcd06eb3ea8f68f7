import { COUNTED } from '../../src/domain/enforcement.ts'
import { CATEGORIES } from '../../src/domain/exemplar.ts'
import { countedWords, officeWords } from '../../src/wording/enforcement.ts'
import { categoryWords } from '../../src/wording/exemplars.ts'
import { type Outcome, sumOf } from './outcome.ts'
import type { HalfYear } from './source.ts'

const percent = (change: number | null): string =>
  change === null ? '' : `${change > 0 ? '+' : '−'}${Math.abs(Math.round(change * 1000) / 10)}%`
const share = (now: number, before: number): number | null => (before > 0 ? (now - before) / before : null)

export interface Row {
  what: string
  told: string
  counted: string
}

/** The text's figures and the program's, side by side. */
export function rowsOf(plan: HalfYear, o: Outcome): Row[] {
  const row = (what: string, told: string | number, counted: string | number): Row => ({
    what,
    told: String(told),
    counted: String(counted),
  })
  const all = (m: HalfYear['matters']) => m.village + m.neighbour + m.household
  return [
    row('收集事项', all(plan.matters), all(o.matters)),
    row('村里事', plan.matters.village, o.matters.village),
    row('邻里事', plan.matters.neighbour, o.matters.neighbour),
    row('户里事', plan.matters.household, o.matters.household),
    row('已办结', all(plan.matters), o.closed),
    row('法治大讲堂', plan.months, o.lectures.law),
    row('道德大讲堂', plan.months, o.lectures.moral),
    row('信访办结', plan.petitions.closed, o.petitions.closed),
    row('信访去年同期', plan.petitions.lastYear, o.petitions.lastYear),
    row(
      '信访同比',
      percent(share(plan.petitions.closed, plan.petitions.lastYear)),
      percent(share(o.petitions.closed, o.petitions.lastYear)),
    ),
    ...o.enforcement.map((e) => {
      const counted = COUNTED.find((c) => c.code === e.code)
      const words = countedWords[counted?.code ?? 'publicOrder']
      const told = plan.enforcement.find((p) => p.words.includes(words.name))
      const line = (now: number | null, before: number | null, change: number | null) => `${now}（去年${before}，${percent(change)}）`
      const office = counted ? officeWords[counted.office].name : ''
      return row(
        `${office}${words.name}`,
        told ? line(told.now, told.before, share(told.now, told.before)) : '',
        line(e.now, e.before, e.change),
      )
    }),
    row('身边好榜样', sumOf(plan.exemplars), sumOf(o.exemplars)),
    ...CATEGORIES.map((c) => row(`  ${categoryWords[c].name}`, plan.exemplars[c], o.exemplars[c])),
    row('丈量定界', 1, o.measured),
  ]
}

export const agrees = (rows: readonly Row[]): boolean => rows.every((r) => r.told === r.counted)

const width = (text: string): number => [...text].reduce((sum, c) => sum + (c > '\u2e80' ? 2 : 1), 0)
const padded = (text: string, to: number): string => text + ' '.repeat(Math.max(0, to - width(text)))

export const tableOf = (rows: readonly Row[]): string =>
  [{ what: '', told: '文中', counted: '程序' }, ...rows].map((r) => `${padded(r.what, 26)}${padded(r.told, 26)}${r.counted}`).join('\n')

/** 17 fewer by 36 % is no whole number of the year before; said beside the table. */
export const REMARK = '文中信访“下降36%”：17件对哪个整数都得不出36%（26件是34.6%，27件是37.0%），这里按27件补录。'
