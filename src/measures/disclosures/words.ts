import { noTown, unwritable } from '../../wording/programs.ts'
import type { ByHand } from './facts.ts'

const NUMERALS = '一二三四'
export const quarterWords = (quarter: string): string => `${quarter.slice(0, 4)}年第${NUMERALS[Number(quarter.slice(5)) - 1] ?? ''}季度`

/** The parts of art. 30, in its order. */
export const parts = {
  decisions: '村民会议、代表会议、议事会议定的事',
  assisting: '协助政府和为村民办的事',
  common: '村民普遍关心的事',
} as const
export const byHandWords: Record<ByHand, { part: string; text: string }> = {
  finance: { part: '集体财务收支', text: '（村里补写；收支多的每月公布一次）' },
  subsidies: { part: '救灾救助、补贴补助的资金和物资', text: '（村里补写）' },
  assemblyDecisions: { part: parts.decisions, text: '（村民会议、代表会议定的，村里补写）' },
  family: { part: '计划生育政策的落实', text: '（村里补写）' },
}
export const counted = (opened: number, done: number, overdue: number): string => `登记${opened}件，办好${done}件，还有${overdue}件超期`

export const sheet = {
  title: (village: string, quarter: string): string => `${village}村务公开 ${quarterWords(quarter)}`,
  columns: ['序号', '类别', '内容', '结果', '日期', '备注'] as const,
  foot: ['村委会（章）：', '村务监督委员会（章）：', '公布日期：'] as const,
  done: '已办好',
  running: '正在办',
} as const

export const summary = (village: string, quarter: string, rows: number, posted: string | null): string =>
  [
    `${village}${quarterWords(quarter)}村务公开：从登记里出来${rows}行，财务、补贴等由村里补写。`,
    posted ? `${posted}已贴出。` : '还没贴出。贴好回“村务公开 已贴”。',
  ].join('\n')
export const posted = (village: string, quarter: string): string =>
  `${village}${quarterWords(quarter)}村务公开记下了：已贴出，会在群里说一声。`
export const already = (village: string, quarter: string): string => `${village}${quarterWords(quarter)}的已经记过了。`
export const announcement = (village: string, quarter: string): string =>
  `${village}${quarterWords(quarter)}村务公开贴在村部公开栏了，想看细账的可以来问，也可以找村务监督委员会。`
export const due = (village: string, quarter: string, when: string): string =>
  `${village}${quarterWords(quarter)}村务公开${when}（村组法30条，至少每季一次）。贴好回“村务公开 已贴”。`
export const howVillage = '请写上村，比如“村务公开 坪头村”。'

export const late = (villages: number): string => `上季度村务公开还有${villages}个村没贴`
export const disclosureSheet = { sheet: '村务公开', columns: ['村', '季度', '贴出日期', '经手人'] } as const

export const disclosureProgram = {
  usage: '请写上村、季度和文件：npm run disclosure -- 坪头村 2026Q4 村务公开.xlsx',
  noTown,
  noVillage: (name: string): string => `没有找到${name}。`,
  badQuarter: (said: string): string => `季度“${said}”看不懂，请写成 2026Q4。`,
  unwritable,
  written: (file: string, rows: number): string => `村务公开表已写到 ${file}，共${rows}行，请村里补写后盖章张贴。`,
} as const

export const made = '村务公开'

// Its pages.
export const titleOf = (village: string): string => `${village}村务公开`
export const isPosted = '已贴出'
export const isMissing = '还没贴'
export const pageFields = { quarter: '哪个季度', posted: '贴出' } as const
export const eventWords: Readonly<Record<string, string>> = { posted: '贴出' }
