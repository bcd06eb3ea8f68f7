import { change } from '../../wording/last-year.ts'
import { noTown } from '../../wording/programs.ts'
import type { Compared, CountedCode, Office } from './facts.ts'

export const officeWords: Record<Office, { name: string; also: readonly string[] }> = {
  police: { name: '派出所', also: ['公安'] },
  traffic: { name: '交警中队', also: ['交警'] },
  market: { name: '市场监管所', also: ['市监所', '市场监督管理所', '市监'] },
}

/** What is counted, as it is written and as people shorten it, and what one of it is called. */
export const countedWords: Record<CountedCode, { name: string; also: readonly string[]; unit: string }> = {
  publicOrder: { name: '治安案件', also: ['治安'], unit: '起' },
  disputes: { name: '纠纷调处', also: ['调处', '纠纷'], unit: '起' },
  trafficOffences: { name: '交通违法', also: ['违法处罚', '交通处罚'], unit: '人次' },
  drunkDriving: { name: '酒驾醉驾', also: ['酒驾', '醉驾'], unit: '人次' },
  rectification: { name: '整改通知书', also: ['整改通知', '整改'], unit: '份' },
  inspections: { name: '监督检查', also: ['检查'], unit: '次' },
}

const monthName = (month: string): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`
const named = (code: CountedCode): string => countedWords[code].name
/** 1–10月, 3月、5月: months in a row are told by the first and the last. */
function months(list: readonly string[]): string {
  const runs: [first: number, last: number][] = []
  for (const month of list.map((m) => Number(m.slice(5)))) {
    const run = runs.at(-1)
    if (run && run[1] === month - 1) run[1] = month
    else runs.push([month, month])
  }
  return runs.map(([first, last]) => (first === last ? `${first}月` : `${first}–${last}月`)).join('、')
}

const spanWord = (from: string, until: string): string =>
  from === until ? `${Number(until.slice(5))}月` : `${Number(from.slice(5))}–${Number(until.slice(5))}月`

export const recorded = (month: string, rows: readonly { code: CountedCode; count: number; before: number | null }[]): string =>
  `${monthName(month)}${rows
    .map(
      ({ code, count, before }) =>
        `${named(code)}${count}${countedWords[code].unit}${before === null || before === count ? '' : `（原来是${before}）`}`,
    )
    .join('、')}，记下了。月份不对，把月份带上再说一遍。`
export const notWhole = (codes: readonly CountedCode[]): string =>
  `没看全，一个数都没记。请每项后面写一个数再说一遍，比如“执法 11月 ${[...new Set(codes)].map((c) => `${named(c)} 2`).join(' ') || '治安案件 2'}”。`
export const oneMonth = '数一个月一个月记，请写上是哪个月，比如“执法 11月 治安案件 2”。'
export const officeNames: readonly string[] = Object.values(officeWords)
  .flatMap((o) => [o.name, ...o.also])
  .toSorted((a, b) => b.length - a.length)

/** 治安案件 1–6月 2起（去年同期25起，少92%）. A sum with holes says which months it lacks and is compared with nothing. */
export function comparedWords(c: Compared, until: string): string {
  const { unit } = countedWords[c.code]
  const moved = c.now !== null && c.before !== null && c.missing.length + c.missingBefore.length === 0 ? change(c.now, c.before) : null
  const before = c.before === null ? '去年同期没有记录' : `去年同期${c.before}${unit}`
  const holes = [
    c.now !== null && c.missing.length > 0 ? `缺${months(c.missing)}` : '',
    c.before !== null && c.missingBefore.length > 0 ? `去年缺${months(c.missingBefore)}` : '',
  ].filter((w) => w !== '')
  const now = c.now === null ? '没有记录' : `${c.now}${unit}`
  return `${named(c.code)} ${spanWord(c.from, until)} ${now}（${[before, moved ?? '', ...holes].filter((w) => w !== '').join('，')}）`
}

export const monthLine = (rows: readonly string[]): string => `执法：${rows.join('；')}`
export const table = (until: string, rows: readonly string[]): string =>
  rows.length === 0
    ? `${until.slice(0, 4)}年还没有执法数字。比如“执法 派出所 治安案件 2”。`
    : [`${until.slice(0, 4)}年执法`, ...rows].join('\n')
const how = '请写“执法 单位 项目 数”，比如“执法 派出所 治安案件 2”“执法 交警 交通违法 35 6月”。'
export const whatCounts = (names: readonly string[]): string => `这里记的有：${names.join('、')}。${how}`
export const notBelowZero = '数不能小于0，没有就写0。'
export const howMany = (code: CountedCode): string => `${named(code)}多少？回个数就行，没有就回0。`
export const policeCount = (n: number): string => `转公安 ${n}件`

export const enforcementSheet = { sheet: '执法', columns: ['单位', '项目', '月份', '数量', '去年同月', '增减'] } as const

export const enforcementProgram = {
  usage: '请写上表格：npm run enforcement -- 执法.xlsx，先看一遍；看好了再加 --commit。表头：单位、项目、月份、数量。',
  unreadable: (file: string): string => `${file} 打不开，或不是 .xlsx 表格。`,
  noHeader: '第一行要有：单位、项目、月份、数量。',
  fault: (row: number, what: 'item' | 'month' | 'count'): string =>
    `第${row}行：${{ item: '项目认不出来', month: '月份要写成 2026-06', count: '数量要写成不小于零的整数' }[what]}。`,
  would: (rows: number): string => `共${rows}行，没有错。加上 --commit 就记下来。`,
  done: (rows: number): string => `记下了${rows}行。`,
  noTown,
} as const

export const made = '执法数'

// Its pages.
export const monthLabel = monthName
export const figureShort = ({ code, count }: { code: CountedCode; count: number }): string =>
  `${named(code)}${count}${countedWords[code].unit}`
export const countedField = (code: CountedCode, office: Office): string => `${officeWords[office].name}${named(code)}`
export const besideLastYear = ({ code, now, before }: { code: CountedCode; now: number | null; before: number | null }): string => {
  const { unit } = countedWords[code]
  const here = now === null ? '还没报' : `${now}${unit}`
  if (before === null) return `${here}（去年同月没有记录）`
  const moved = now === null ? null : change(now, before)
  return `${here}（去年同月${before}${unit}${moved === null ? '' : `，${moved}`}）`
}
export const nextTell = '还有单位没报这个月的数'
