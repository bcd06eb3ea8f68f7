import type { Evidence, Limit, Mode } from '../domain/duty.ts'
import type { Level } from '../domain/grid.ts'
import type { Kind } from '../domain/judgement.ts'
import { LEDGER_COLUMNS, type LedgerColumn } from '../domain/ledger-column.ts'
import { recordOf } from '../domain/one-of.ts'
import type { Role } from '../domain/people.ts'
import type { Education, RecordKind } from '../domain/team.ts'
import type { RosterGroup } from '../domain/township.ts'
import type { VenueUse } from '../domain/venue.ts'
import { ledgerColumns } from '../wording/ledger.ts'

// What stands in the workbook's cells for the codes inside. The first word is the one we write, the others are understood as well.
export const LEVEL_WORDS: Record<Level, readonly string[]> = {
  town: ['镇', '乡'],
  village: ['村', '社区'],
  she: ['社', '组'],
  ten: ['十户联防', '联户'],
}
export const ROLE_WORDS: Record<Role, readonly string[]> = {
  resident: ['村民', '居民'],
  keeper: ['网格员'],
  clerk: ['文书'],
  secretary: ['村支书', '支书', '书记'],
  mediator: ['调解员'],
  duty: ['镇值班', '值班'],
  leader: ['领导', '包村领导', '包村干部', '镇领导'],
  supervisor: ['村务监督', '监督'],
}
export const KIND_WORDS: Record<Kind, readonly string[]> = { village: ['村里事'], neighbour: ['邻里事'], household: ['户里事', '家里事'] }
export const GROUP_WORDS: Record<RosterGroup['kind'], readonly string[]> = { village: ['便民群', '村民群'], cadres: ['干部群'] }
export const MODE_WORDS: Record<Mode, readonly string[]> = { direct: ['直办'], led: ['领办'], joint: ['联办'], supervised: ['督办'] }
export const EVIDENCE_WORDS: Record<Evidence, readonly string[]> = { photo: ['照片'], visit: ['走访'], talk: ['议事'] }
const UNIT_WORDS: Record<Exclude<Limit['unit'], 'sameDay'>, readonly string[]> = {
  minutes: ['分钟'],
  hours: ['小时', '个小时'],
  workingHours: ['工作时', '个工作时', '工作小时', '个工作小时'],
  workingDays: ['工作日', '个工作日'],
}
export const SAME_DAY = '当天'
/** About a year: longer than that nobody promises anything, and a slip of the finger would be promised aloud. */
const LONGEST: Record<Limit['unit'], number> = { minutes: 525_600, hours: 8760, workingHours: 2000, workingDays: 250, sameDay: 1 }
export const USE_WORDS: Record<VenueUse, readonly string[]> = { lecture: ['讲堂', '宣讲'], mediation: ['调解'], sayday: ['说事'] }
export const EDUCATION_WORDS: Record<Education, readonly string[]> = {
  primary: ['小学'],
  junior: ['初中'],
  senior: ['高中'],
  secondary: ['中专', '职高'],
  college: ['大专', '专科'],
  bachelor: ['本科', '大学'],
  master: ['研究生', '硕士'],
}
export const FULL_TIME = '全日制'
export const RECORD_WORDS: Record<RecordKind, readonly string[]> = {
  training: ['培训', '学习'],
  activity: ['活动'],
  warning: ['警示教育', '警示'],
  checkup: ['体检'],
  assessment: ['考核', '评议'],
  reward: ['奖惩', '奖励', '处分'],
}

/** A column of the ledger by the name that stands over it; what is masked there need not be said. */
export const LEDGER_WORDS: Record<LedgerColumn, readonly string[]> = recordOf(LEDGER_COLUMNS, (column) => {
  const { name } = ledgerColumns[column]
  return [name, name.replace('（掩码）', '')]
})

export const entriesOf = <C extends string>(words: Record<C, readonly string[]>): [C, readonly string[]][] =>
  Object.keys(words).flatMap((code) => (isCode(words, code) ? [[code, words[code]] satisfies [C, readonly string[]]] : []))

const isCode = <C extends string>(words: Record<C, readonly string[]>, code: string): code is C => Object.hasOwn(words, code)

export const wordOf = <C extends string>(words: Record<C, readonly string[]>, code: C): string => words[code][0] ?? code

export const codeOf = <C extends string>(words: Record<C, readonly string[]>, said: string): C | null =>
  entriesOf(words).find(([, known]) => known.includes(said))?.[0] ?? null

export const limitWord = ({ amount, unit }: Limit): string => (unit === 'sameDay' ? SAME_DAY : `${amount}${wordOf(UNIT_WORDS, unit)}`)

export function readLimit(said: string): Limit | null {
  const text = said.replace(/\s+/g, '')
  if (text === SAME_DAY) return { amount: 1, unit: 'sameDay' }
  const [, digits = '', word = ''] = /^(\d+(?:\.\d+)?)(\D+)$/.exec(text) ?? []
  const unit = codeOf(UNIT_WORDS, word)
  const amount = Number(digits)
  return unit !== null && amount > 0 && amount <= LONGEST[unit] ? { amount, unit } : null
}
