import type { Mode } from '../domain/duty.ts'
import type { Satisfaction, Ticket } from '../domain/ticket.ts'
import { unwritable } from './programs.ts'

/** The township's own order. */
export const ledgerSheet = '台账'
export const ledgerColumns = [
  ...['序号', '编号', '日期', '村', '社', '反映人（掩码）', '联系方式（掩码）', '来源', '类别', '事项', '事项清单代码', '内容摘要'],
  ...['责任人', '协办', '办理方式', '应回应时间', '首次回应时间', '应办结时间', '办结时间', '是否按时', '延期/挂账'],
  ...['办理结果', '是否解决', '满意度', '备注'],
] as const

export const ledgerFoot = ['填表人：', '审核人：', '日期：'] as const

export const modeWords: Record<Mode, string> = { direct: '直办', led: '领办', joint: '联办', supervised: '督办' }
export const sourceWords: Record<Ticket['source'], string> = { group: '群里说', direct: '单独说', noted: '干部代记', report: '居民上报' }
export const satisfactionWords: Record<Satisfaction, string> = { good: '满意', fair: '一般', poor: '不满意' }

export const ledgerWords = {
  anonymous: '匿名',
  secret: '保密',
  /** What stands in the place of words that only the file of the case may hold. */
  inTheFile: '见卷宗',
  aboutCadre: '反映干部的事，已避开本人',
  onTime: '是',
  late: '否',
  running: '未到期',
  overdue: '超期未办',
  notCounted: '不计',
  solved: '是',
  notSolved: '否',
  noAnswer: '没回',
  unasked: '',
  extended: (times: number): string => `延期${times}次`,
  waiting: (until: string, why: string | null): string => `挂账到${until}${why ? `，${why}` : ''}`,
  reopened: (times: number): string => `重办${times}次`,
  mergedInto: (label: string): string => `并到${label}`,
  through: (via: string): string => `${via}（干部代记）`,
  enteredBy: (name: string, via: string): string => `满意度由${name}${via}问来代填`,
  followers: (n: number): string => `另有${n}户反映`,
} as const

export interface LedgerSum {
  period: string
  opened: number
  done: number
  overdue: number
}

/** What a leader reads who asks for the ledger in a chat that carries no files. */
export const whereLedger = ({ period, opened, done, overdue }: LedgerSum, sheets: number, argument: string): string =>
  [
    `${period}台账：登记${opened}件，办结${done}件，现在超期${overdue}件。另有${sheets}张表。`,
    `表格请管机器人的人在管理页“/status/papers”出，填${argument}，再发给您。姓名和电话都已掩码。`,
  ].join('\n')

export const ledgerPeriod = (period: string): string =>
  period.length === 4
    ? `${period}年`
    : period.includes('Q')
      ? `${period.slice(0, 4)}年第${'一二三四'[Number(period.slice(5)) - 1]}季度`
      : `${period.slice(0, 4)}年${Number(period.slice(5))}月`

export const ledgerProgram = {
  usage: '请写上要出到哪个文件：npm run ledger -- 台账.xlsx，后面可以加月份 2026-11 或年份 2026，不加就是今年。',
  badPeriod: (said: string): string => `时间“${said}”看不懂，请写成 2026-11 或 2026。`,
  noTown: '还没有装入乡镇，先导入名册再出台账。',
  unwritable,
  written: (file: string, period: string, sheets: readonly { sheet: string; rows: number }[]): string =>
    [`${period}台账已写到 ${file}`, ...sheets.map((s) => `  ${s.sheet}：${s.rows}行`)].join('\n'),
} as const
