import type { Mode } from '../domain/duty.ts'
import type { LedgerColumn } from '../domain/ledger-column.ts'
import type { Satisfaction, Ticket } from '../domain/ticket.ts'
import { fullDay } from './dates.ts'
import { unwritable } from './programs.ts'

/** What the columns are called; widths in half characters. */
export const ledgerColumns: Readonly<Record<LedgerColumn, { name: string; width: number }>> = {
  serial: { name: '序号', width: 5 },
  label: { name: '编号', width: 8 },
  openedAt: { name: '日期', width: 16 },
  village: { name: '村', width: 10 },
  she: { name: '社', width: 8 },
  reporter: { name: '反映人（掩码）', width: 9 },
  phone: { name: '联系方式（掩码）', width: 13 },
  source: { name: '来源', width: 9 },
  kind: { name: '类别', width: 8 },
  duty: { name: '事项', width: 14 },
  dutyCode: { name: '事项清单代码', width: 11 },
  summary: { name: '内容摘要', width: 38 },
  owner: { name: '责任人', width: 9 },
  coOwners: { name: '协办', width: 9 },
  mode: { name: '办理方式', width: 6 },
  respondBy: { name: '应回应时间', width: 16 },
  respondedAt: { name: '首次回应时间', width: 16 },
  completeBy: { name: '应办结时间', width: 16 },
  resolvedAt: { name: '办结时间', width: 16 },
  inTime: { name: '是否按时', width: 9 },
  delays: { name: '延期/挂账', width: 15 },
  result: { name: '办理结果', width: 26 },
  solved: { name: '是否解决', width: 6 },
  satisfaction: { name: '满意度', width: 8 },
  remarks: { name: '备注', width: 18 },
}

/** What stands over the matters of one kind, and over all of them. */
export const ledgerTitle = (township: string, sheet: string): string => `${township}说事台账（${sheet}）`
/** Under the title: of which time, by whom, drawn up when. */
export const ledgerUnderTitle = (period: string, township: string, now: Date): string =>
  `时间：${ledgerPeriod(period)}　　填表单位：${township}　　制表日期：${fullDay(now)}`
/** At the foot of each page. */
export const pageOfPages = '第 &P 页，共 &N 页'

/** All matters in one table. */
export const ledgerTable = '台账'

export const ledgerSummary = {
  sheet: '汇总',
  columns: ['村', '登记', '村里事', '邻里事', '户里事', '办结', '现在超期'],
  total: '合计',
  others: '其他表',
  rows: (n: number): string => `${n}行`,
} as const

export const ledgerFoot = '填表人：＿＿＿＿＿＿　　　　审核人：＿＿＿＿＿＿　　　　日期：＿＿＿＿年＿＿月＿＿日'

export const modeWords: Record<Mode, string> = { direct: '直办', led: '领办', joint: '联办', supervised: '督办' }
export const sourceWords: Record<Ticket['source'], string> = {
  group: '群里说',
  direct: '单独说',
  noted: '干部代记',
  report: '居民上报',
  form: '说事码',
  handed: '外单位转来',
}
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

/** What a leader reads beside the workbook. */
export const ledgerSum = ({ period, opened, done, overdue }: LedgerSum): string =>
  `${period}台账：登记${opened}件，办结${done}件，现在超期${overdue}件。姓名和电话都已掩码。`

export const ledgerPeriod = (period: string): string =>
  period.length === 4
    ? `${period}年`
    : period.includes('Q')
      ? `${period.slice(0, 4)}年第${'一二三四'[Number(period.slice(5)) - 1]}季度`
      : `${period.slice(0, 4)}年${Number(period.slice(5))}月`

export const ledgerProgram = {
  usage:
    '请写上要出到哪个文件：npm run ledger -- 台账.xlsx，后面可以加月份 2026-11、季度 2026Q4 或年份 2026，不加就是今年。要给别的程序用，文件名写成 .csv。',
  badPeriod: (said: string): string => `时间“${said}”看不懂，请写成 2026-11 或 2026。`,
  noTown: '还没有装入乡镇，先导入名册再出台账。',
  unwritable,
  written: (file: string, period: string, sheets: readonly { sheet: string; rows: number }[]): string =>
    [`${period}台账已写到 ${file}`, ...sheets.map((s) => `  ${s.sheet}：${s.rows}行`)].join('\n'),
} as const
