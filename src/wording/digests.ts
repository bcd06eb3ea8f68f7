import { day } from './dates.ts'

/** A digest fits one phone screen and one application message. */
export const DIGEST_BYTES = 2048

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8')

export interface Line {
  text: string
  /** The least important go first when there is no room: 0 stays to the last. */
  rank: number
}

/** Whole lines only; what does not fit goes, the least important first. */
export function fit(lines: readonly Line[], limit = DIGEST_BYTES): string {
  let kept = [...lines]
  const text = () => kept.map((l) => l.text).join('\n')
  while (bytes(text()) > limit && kept.length > 1) {
    const worst = Math.max(...kept.map((l) => l.rank))
    const at = kept.map((l) => l.rank).lastIndexOf(worst)
    kept = kept.filter((_, i) => i !== at)
  }
  return bytes(text()) <= limit
    ? text()
    : Buffer.from(text())
        .subarray(0, limit - 3)
        .toString('utf8')
        .replace(/�+$/u, '')
}

export interface Counts {
  village: number
  neighbour: number
  household: number
}

const sum = (c: Counts): number => c.village + c.neighbour + c.household
const parts = (c: Counts): string =>
  [c.village > 0 ? `村里${c.village}` : '', c.neighbour > 0 ? `邻里${c.neighbour}` : '', c.household > 0 ? `户里${c.household}` : '']
    .filter((p) => p !== '')
    .join(' ')

export const heading = (town: string, at: Date): string => `${town} ${day(at)}`
export const decisionsHead = '要您定：'
export const decisionLine = (n: number, text: string, command: string): string => `${n} ${text} → ${command}`

export const late = (label: string, what: string, days: number, why: string): string => `${label} ${what}超期${days}天，${why}`
export const extensionWaits = (label: string, what: string, until: Date, now: Date): string => `${label} ${what}想延到${day(until, now)}`
export const talkedInVain = (label: string, what: string): string => `${label} ${what}，议了几次没成`
export const unowned = (label: string, what: string): string => `${label} ${what}还没人负责`
export const aboutCadre = (label: string): string => `${label} 有干部被反映一件（已避开本人）`
export const whyLate = (owner: string | null): string => (owner ? `在${owner}手上` : '还没人接')

export const kindWords = { village: '村里事', neighbour: '邻里事', household: '户里事' } as const

export function today(word: string, opened: Counts, done: number, overdue: number): string | null {
  const said = [
    sum(opened) > 0 ? `新 ${sum(opened)}（${parts(opened)}）` : '',
    done > 0 ? `办好 ${done}` : '',
    overdue > 0 ? `超期 ${overdue}` : '',
  ].filter((p) => p !== '')
  return said.length > 0 ? `${word}：${said.join('，')}` : null
}

export const byVillage = (rows: readonly { name: string; count: number }[]): string | null =>
  rows.length > 1 ? `各村：${rows.map((r) => `${r.name}${r.count}`).join('、')}` : null

export interface Rates {
  response: { onTime: number; all: number }
  completion: { onTime: number; all: number }
  satisfaction: { good: number; fair: number; poor: number; none: number }
}

export function rates({ response, completion, satisfaction: s }: Rates): string | null {
  const said = [
    [
      response.all > 0 ? `首次回应 ${response.onTime}/${response.all} 按时` : '',
      completion.all > 0 ? `办结 ${completion.onTime}/${completion.all} 按时` : '',
    ]
      .filter((p) => p !== '')
      .join('，'),
    s.good + s.fair + s.poor + s.none > 0 ? `满意 ${s.good}，一般 ${s.fair}，不满意 ${s.poor}，没回 ${s.none}` : '',
  ].filter((p) => p !== '')
  return said.length > 0 ? said.join('；') : null
}

export const oldest = (rows: readonly { label: string; what: string; days: number; until: Date | null }[], now: Date): string | null =>
  rows.length > 0
    ? `最久：${rows.map((r) => `${r.label} ${r.what} ${r.days}天${r.until ? `（挂账到${day(r.until, now)}）` : ''}`).join('；')}`
    : null

export const repeated = (
  here: readonly { village: string; what: string; count: number }[],
  across: readonly { what: string; count: number }[],
): string | null => {
  const said = [...here.map((r) => `${r.village}${r.what}今年第${r.count}次`), ...across.map((r) => `${r.count}个村都报${r.what}`)]
  return said.length > 0 ? `反复：${said.join('；')}` : null
}

/** This period beside the same of last year. Nothing of last year is said as such, never as a rate of nothing. */
export function besideLastYear(now: number, before: number | null): string {
  if (before === null) return '去年同期没有记录'
  if (before === 0) return '去年同期0件'
  const change = Math.round(((now - before) / before) * 1000) / 10
  return `去年同期${before}件，${change === 0 ? '持平' : change > 0 ? `多${change}%` : `少${-change}%`}`
}

export const total = (opened: Counts, beside: string): string =>
  `共${sum(opened)}件${sum(opened) > 0 ? `（${parts(opened)}）` : ''}，${beside}`
export const waitingList = (count: number): string | null => (count > 0 ? `挂账${count}件` : null)
export const weekHead = (town: string, from: Date, to: Date): string => `${town} 周报 ${day(from, to)}到${day(to)}`
export const monthHead = (town: string, month: string): string => `${town} ${Number(month.slice(0, 4))}年${Number(month.slice(5))}月月报`
export const statisticsHead = (place: string, month: string): string => `${place} ${Number(month.slice(5))}月`
export const nothing = '没有新的事。'
export const digestEmpty = '今天没有新的事，也没有要您定的。'
export const pendingLines = (rows: readonly { n: number; text: string; command: string }[]): string =>
  rows.length === 0 ? '没有等您定的事。' : [decisionsHead, ...rows.map((r) => decisionLine(r.n, r.text, r.command))].join('\n')
