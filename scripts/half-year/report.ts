import { COUNTED } from '../../src/measures/enforcement/facts.ts'
import { countedWords, officeWords } from '../../src/measures/enforcement/words.ts'
import { CATEGORIES } from '../../src/measures/exemplars/facts.ts'
import { categoryWords } from '../../src/measures/exemplars/words.ts'
import { type Outcome, sumOf } from './outcome.ts'
import type { HalfYear } from './source.ts'

const percent = (change: number | null): string =>
  change === null ? '' : `${change > 0 ? '+' : '−'}${Math.abs(Math.round(change * 1000) / 10)}%`
const share = (now: number, before: number): number | null => (before > 0 ? (now - before) / before : null)

export interface Row {
  what: string
  /** In the text. */
  told: string
  /** What the single events of the replay come to, which is what the text tells but for one figure of its own (`REMARK`). */
  expected: string
  counted: string
}

/** The text's figures and the program's, side by side. */
export function rowsOf(plan: HalfYear, o: Outcome): Row[] {
  const row = (what: string, told: string | number, counted: string | number, expected = told): Row => ({
    ...{ what, told: String(told), expected: String(expected), counted: String(counted) },
  })
  const { local, recruited, bachelors } = plan.team
  const { lastYear } = plan.petitions
  const monthly = (months: number) => (months === plan.months ? '每月各一场' : `${months}个月各一场`)
  const all = (m: HalfYear['matters']) => m.village + m.neighbour + m.household
  return [
    row('网格', plan.grid.join('+'), o.grid.join('+')),
    row('本村选任支书', local, o.team.local),
    row(
      '招考文书',
      `${recruited}（全日制本科${bachelors}，大专${recruited - bachelors}）`,
      `${o.team.recruited}（全日制本科${o.team.bachelors}，大专${o.team.diplomas}）`,
    ),
    row('统一体检', '镇村一体', o.team.checked === o.team.cadres ? '镇村一体' : `${o.team.checked}人`),
    row('收集事项', all(plan.matters), all(o.matters)),
    row('村里事', plan.matters.village, o.matters.village),
    row('邻里事', plan.matters.neighbour, o.matters.neighbour),
    row('户里事', plan.matters.household, o.matters.household),
    row('已办结', all(plan.matters), o.closed),
    row('法治、道德大讲堂', monthly(plan.months), monthly(o.lectures.months)),
    row('  场次', '', `法治${o.lectures.law}，道德${o.lectures.moral}`, `法治${plan.months}，道德${plan.months}`),
    row('信访办结', plan.petitions.closed, o.petitions.closed),
    row('  去年同期', '没有写', o.petitions.lastYear, lastYear),
    row(
      '  比去年（见注）',
      plan.petitions.told,
      percent(share(o.petitions.closed, o.petitions.lastYear)),
      percent(share(plan.petitions.closed, lastYear)),
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

export const agrees = (rows: readonly Row[]): boolean => rows.every((r) => r.expected === r.counted)

const width = (text: string): number => [...text].reduce((sum, c) => sum + (c > '\u2e80' ? 2 : 1), 0)
const padded = (text: string, to: number): string => text + ' '.repeat(Math.max(0, to - width(text)))

export const tableOf = (rows: readonly Row[]): string =>
  [{ what: '', told: '文中', counted: '程序' }, ...rows].map((r) => `${padded(r.what, 26)}${padded(r.told, 26)}${r.counted}`).join('\n')

/** Seventeen that are 36 % fewer: of no whole number of the year before. */
export const REMARK =
  '注：文中写“下降36%”，没有写去年的件数；去年26件是−34.6%，27件是−37.0%，没有一个整数正好是−36%。这里按27件逐件补录，算出来是−37%。'
