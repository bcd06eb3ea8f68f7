import { KINDS, type Kind } from '../domain/judgement.ts'
import { STAGES, type Stage } from '../domain/ticket.ts'
import { day } from './dates.ts'

export interface Line {
  text: string
  /** The least important, those of the highest rank, go first when there is no room. */
  rank: number
}

export type Counts = Record<Kind, number>

export interface Rate {
  onTime: number
  all: number
}

export interface Rates {
  response: Rate
  completion: Rate
  satisfaction: { good: number; fair: number; poor: number; none: number }
}

export interface VillageRow {
  name: string
  opened: number
  done: number
  overdue: number
}

export interface OldMatter {
  label: string
  what: string
  days: number
  until: Date | null
}

export interface Trend {
  oldest: readonly OldMatter[]
  here: readonly { village: string; what: string; count: number }[]
  across: readonly { what: string; villages: number }[]
}

export const kindWords: Record<Kind, string> = { village: '村里事', neighbour: '邻里事', household: '户里事' }
export const kindShort: Record<Kind, string> = { village: '村里', neighbour: '邻里', household: '户里' }
export const stageWords: Record<Stage, string> = {
  intake: '来事接事',
  triage: '理事定事',
  deliberation: '议事说事',
  handling: '访事查事',
  archive: '论事档事',
}

export const line = (rank: number, text: string | null): Line[] => (text ? [{ text, rank }] : [])
const some = (parts: readonly (string | null)[], between: string): string | null => parts.filter((p) => p).join(between) || null
const atLeastOne = (word: string, n: number): string | null => (n > 0 ? `${word} ${n}` : null)

export const sum = (c: Counts): number => c.village + c.neighbour + c.household
const byKind = (c: Counts): string =>
  KINDS.filter((k) => c[k] > 0)
    .map((k) => `${kindShort[k]}${c[k]}`)
    .join(' ')
export const counted = (word: string, c: Counts): string | null => (sum(c) > 0 ? `${word} ${sum(c)}（${byKind(c)}）` : null)

/** Of which time, and what of it, a line tells. */
export const spans = { today: '今天', sinceLast: '上次日报后', month: '本月' } as const
export const told = { opened: '新', done: '办好', response: '首次回应', completion: '办结' } as const

/** What happened in a span. Only the new ones are told by kind: the day is read on a phone. */
export const happened = (word: string, opened: Counts, done: Counts): string | null => {
  const said = some([counted(told.opened, opened), atLeastOne(told.done, sum(done))], '，')
  return said && `${word}：${said}`
}

/** What stands at this moment, whenever it came about; of the late ones, how many became late today. */
export const standing = (overdue: number, sinceToday: number, waiting: number): string | null => {
  const late = atLeastOne('超期', overdue)
  const said = some([late && sinceToday > 0 ? `${late}（今天到期的 ${sinceToday}）` : late, atLeastOne('挂账', waiting)], '，')
  return said && `现在：${said}`
}

const satisfied = ({ good, fair, poor, none }: Rates['satisfaction']): string | null =>
  good + fair + poor + none > 0 ? `满意 ${good}，一般 ${fair}，不满意 ${poor}，没回 ${none}` : null

export const rates = ({ response, completion, satisfaction }: Rates): string | null =>
  some([some([onTime('首次回应', response), onTime('办结', completion)], '，'), satisfied(satisfaction)], '；')

const onTime = (word: string, { onTime, all }: Rate): string | null => (all > 0 ? `${word} ${onTime}/${all} 按时` : null)

export const byVillage = (rows: readonly VillageRow[]): string | null =>
  rows.length > 1
    ? `各村：${rows.map((r) => `${r.name} ${some([tight('新', r.opened), tight('办好', r.done), tight('现超期', r.overdue)], ' ')}`).join('；')}`
    : null
const tight = (word: string, n: number): string | null => (n > 0 ? `${word}${n}` : null)

export const oldest = (rows: readonly OldMatter[], now: Date): string | null =>
  rows.length > 0
    ? `最久：${rows.map((r) => `${r.label} ${r.what} ${r.days}天${r.until ? `，挂账到${day(r.until, now)}` : ''}`).join('；')}`
    : null

export const repeated = ({ here, across }: Pick<Trend, 'here' | 'across'>, year = '今年'): string | null => {
  const said = some(
    [...here.map((r) => `${r.village}${r.what}${year}第${r.count}次`), ...across.map((r) => `${r.villages}个村都报${r.what}`)],
    '；',
  )
  return said && `反复：${said}`
}

export const topDuties = (rows: readonly { what: string; count: number }[]): string | null =>
  rows.length > 0 ? `事项：${rows.map((r) => `${r.what}${r.count}`).join('、')}` : null

export const overdueList = (count: number, rows: readonly { label: string; what: string; days: number }[]): string | null =>
  count > 0
    ? `现在超期 ${count}：${rows.map((r) => `${r.label} ${r.what}${r.days > 0 ? `${r.days}天` : ''}`).join('、')}${count > rows.length ? '等' : ''}`
    : null

export const waitingList = (count: number, rows: readonly { label: string; what: string; until: Date }[], now: Date): string | null =>
  count > 0
    ? `现在挂账 ${count}：${rows.map((r) => `${r.label} ${r.what}到${day(r.until, now)}`).join('、')}${count > rows.length ? '等' : ''}`
    : null

/** What of one stage and of its delays the oversight committee reads: no matter by itself. */
export const byStage = (rows: readonly { stage: Stage; count: number }[]): string | null => {
  const said = some(
    STAGES.map((s) => tight(stageWords[s], rows.find((r) => r.stage === s)?.count ?? 0)),
    ' ',
  )
  return said && `在办：${said}`
}

const decisionsHead = '要您定：'
const moreDecisions = (n: number): string => `还有${n}件，回“待定”看全部`
const decisionLine = (n: number, text: string, command: string): string => `${n} ${text} → ${command}`

/** The first of so many decisions, few enough for a phone, and the last that would be cut. `others` wait for a word as well and carry no number. */
export function decisionLines(
  first: readonly { n: number; text: string; command: string }[],
  count: number,
  others: readonly Line[] = [],
): Line[] {
  if (count + others.length === 0) return []
  const lines = first.map((r, i): Line => ({ text: decisionLine(r.n, r.text, r.command), rank: 1 + i / 100 }))
  return [
    { text: decisionsHead, rank: 0.5 },
    ...lines,
    ...line(2, count > first.length ? moreDecisions(count - first.length) : null),
    ...others,
  ]
}

/** The same list, asked for: as much as one message holds. */
export const pendingLines = (first: readonly { n: number; text: string; command: string }[], count: number): string =>
  [
    count === 0 ? '没有等您定的事。' : decisionsHead,
    ...first.map((r) => decisionLine(r.n, r.text, r.command)),
    ...(count > first.length ? [`还有${count - first.length}件，定了前面的再看`] : []),
  ].join('\n')

export const heading = (place: string, at: Date): string => `${place} ${day(at)}`
export const weekHead = (place: string, from: Date, to: Date): string => `${place} 周报 ${day(from, to)}到${day(to)}`
export const monthHead = (place: string, month: string): string => `${place} ${Number(month.slice(0, 4))}年${monthWord(month)}月报`
export const yearWord = (year: string, current: string): string => (year === current ? '今年' : `${year}年`)
export const statisticsHead = (place: string, month: string): string => `${place} ${monthWord(month)}`
export const monthWord = (month: string): string => `${Number(month.slice(5))}月`
export const severalVillages = (first: string, n: number): string => `${first}等${n}个村`
export const nothing = '没有新的事。'
export const nothingOfYours = '您还没有管的村，看不到数。'
export const digestEmpty = '今天没有新的事，也没有要您定的。'
