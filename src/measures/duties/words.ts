import type { Duty, Evidence, Limit } from '../../domain/duty.ts'
import { day, span } from '../../wording/dates.ts'
import { modeWords } from '../../wording/ledger.ts'
import { roleNames } from '../../wording/names.ts'
import type { DutyField, DutyFigures } from './facts.ts'

export const dutySheet = '事务清单'
export const dutyColumns = [
  ...['序号', '代码', '类别', '事项', '责任人', '协办', '首次回应', '办结', '本期登记', '本期办结', '按时'],
  ...['满意', '一般', '不满意', '没回', '体检'],
] as const

const fieldNames: Record<DutyField, string> = {
  owner: '责任人',
  coOwners: '协办',
  respond: '首次回应',
  complete: '办结时限',
  mode: '办理方式',
  evidence: '办结前要有',
  deliberate: '先议',
  procedure: '办理步骤',
  papers: '要带材料',
  where: '去哪里办',
  basis: '依据',
  words: '常用说法',
}
const evidenceWords: Record<Evidence, string> = { photo: '照片', visit: '走访', talk: '议事' }

/** A field of a line as people read it. */
export function fieldWord(duty: Duty, field: DutyField): string {
  switch (field) {
    case 'owner':
      return roleNames[duty.owner]
    case 'coOwners':
      return duty.coOwners.map((r) => roleNames[r]).join('、') || '没有'
    case 'respond':
    case 'complete':
      return span(duty[field] satisfies Limit)
    case 'mode':
      return modeWords[duty.mode]
    case 'evidence':
      return duty.evidence.map((e) => evidenceWords[e]).join('、') || '没有'
    case 'deliberate':
      return duty.deliberate ? '是' : '否'
    case 'words':
      return duty.words.join('、')
    default:
      return duty[field]
  }
}

export const changed = (name: string, field: DutyField, before: string, after: string): string =>
  `${name}的${fieldNames[field]}从“${before}”改成“${after}”。以后登记的按新的来，已登记的不变。`
export const same = (name: string, field: DutyField, now: string): string => `${name}的${fieldNames[field]}本来就是“${now}”。`
export const howToChange =
  '请这样写：“改清单 路灯 时限 5天”“改清单 路灯 责任人 文书”。能改：责任人、协办、回应、时限、方式、材料、步骤、地方、依据、说法。'
export const cannotRead = (field: DutyField, said: string): string =>
  `${fieldNames[field]}写成“${said}”看不懂。时限写“5天”“24小时”“当天”；责任人写网格员、文书、村支书、调解员、镇值班或包村领导。`
export const whichDuty = (names: readonly string[]): string => `是哪一项？${names.map((n) => `“${n}”`).join('、')}。请写全名再说一遍。`
export const noDuty = (said: string): string => `清单里没有找到“${said}”。回“清单”看有哪些。`

export interface HistoryLine {
  at: Date
  by: string | null
  field: DutyField
  before: string
  after: string
}
export const history = (name: string, lines: readonly HistoryLine[], now: Date): string =>
  lines.length === 0
    ? `${name}还没有改过。`
    : [
        `${name}改过${lines.length}次：`,
        ...lines.map((l) => `${day(l.at, now)} ${l.by ?? '导入'}：${fieldNames[l.field]} ${l.before} → ${l.after}`),
      ].join('\n')

export interface CheckUp {
  lines: number
  unowned: readonly { name: string; role: string; villages: readonly string[] }[]
  never: readonly string[]
  /** Null while too little is on record to say it. */
  months: number | null
  late: readonly { name: string; onTime: number; done: number }[]
}
const NAMES = 12

export function checkUp(c: CheckUp): string {
  const unowned = [...Map.groupBy(c.unowned, (u) => u.role)].map(([role, rows]) => {
    const villages = [...new Set(rows.flatMap((r) => r.villages))]
    return `${villages.slice(0, 5).join('、')}${villages.length > 5 ? `等${villages.length}个村` : ''}缺${role}，${rows.length}项没有直接的责任人`
  })
  const never =
    c.months === null
      ? '记录还不到三个月，看不出哪些从没发生'
      : c.never.length > 0
        ? `${c.months}个月没发生过${c.never.length}项：${c.never.slice(0, NAMES).join('、')}${c.never.length > NAMES ? '等' : ''}`
        : `${c.months}个月里每项都有`
  const late = c.late.map((l) => `${l.name}${l.onTime}/${l.done}按时`)
  return [
    `清单共${c.lines}项。`,
    unowned.length > 0 ? `没有责任人：${unowned.join('；')}。` : '每项都有责任人。',
    `没发生的：${never}。`,
    late.length > 0 ? `常超期：${late.join('、')}。可以“改清单”调时限，或加协办。` : '没有常超期的。',
  ].join('\n')
}

export const evaluation = (name: string, f: DutyFigures): string => {
  const heard = f.good + f.fair + f.poor + f.none > 0 ? `；满意${f.good}，一般${f.fair}，不满意${f.poor}，没回${f.none}` : ''
  return `${name}：登记${f.opened}，办结${f.done}${f.done > 0 ? `，按时${f.onTime}/${f.done}` : ''}${heard}`
}
export const evaluationHead = (period: string): string => `${period}各项办得怎么样（只看事，不排人）：`
export const nothingYet = (period: string): string => `${period}还没有事。`
export const moreDuties = (n: number): string => `还有${n}项，回“清单评价 事项”看一项，全部在台账里。`
export const lateLine = (rows: readonly { name: string; onTime: number; done: number }[]): string | null =>
  rows.length > 0 ? `清单：常超期 ${rows.map((r) => `${r.name}${r.onTime}/${r.done}按时`).join('、')}` : null

export const checkWords = { unowned: '有村没有责任人', never: '本期没有', late: '常超期' } as const
