import type { Duty, Evidence, Limit, Mode } from '../../domain/duty.ts'
import type { Kind } from '../../domain/judgement.ts'
import type { Role } from '../../domain/people.ts'

/** The township's default limits; all of them are its own setting (本镇设定). */
const PACES = {
  /** Water, power or road cut off. */
  cut: [
    { amount: 2, unit: 'workingHours' },
    { amount: 24, unit: 'hours' },
  ],
  ordinary: [
    { amount: 1, unit: 'workingDays' },
    { amount: 7, unit: 'workingDays' },
  ],
  /** Needs money or a decision of the villagers: that long to a dated plan. */
  money: [
    { amount: 1, unit: 'workingDays' },
    { amount: 15, unit: 'workingDays' },
  ],
  between: [
    { amount: 1, unit: 'workingDays' },
    { amount: 15, unit: 'workingDays' },
  ],
  paper: [
    { amount: 1, unit: 'workingDays' },
    { amount: 5, unit: 'workingDays' },
  ],
  hardship: [
    { amount: 1, unit: 'sameDay' },
    { amount: 3, unit: 'workingDays' },
  ],
  danger: [
    { amount: 15, unit: 'minutes' },
    { amount: 1, unit: 'sameDay' },
  ],
} as const satisfies Record<string, readonly [respond: Limit, complete: Limit]>

export interface DutyText {
  words: string
  /** Steps, what to bring, where and when, and on what ground. */
  does: string
  bring: string
  at: string
  basis: string
  with?: readonly Role[]
  mode?: Mode
  evidence?: readonly Evidence[]
  talk?: true
}

export type DutyRow = readonly [
  code: string,
  topic: string,
  name: string,
  short: string,
  owner: Role,
  pace: keyof typeof PACES,
  text: DutyText,
]

export const dutiesOf = (kind: Kind, rows: readonly DutyRow[]): Duty[] =>
  rows.map(([code, topic, name, short, owner, pace, text]) => ({
    code,
    kind,
    topic,
    name,
    short,
    words: text.words.split(' '),
    owner,
    coOwners: [...(text.with ?? [])],
    mode: text.mode ?? 'led',
    respond: { ...PACES[pace][0] },
    complete: { ...PACES[pace][1] },
    evidence: [...(text.evidence ?? [])],
    deliberate: text.talk ?? false,
    procedure: text.does,
    papers: text.bring,
    where: text.at,
    basis: text.basis,
  }))

/** Offices and their hours, said once. */
export const VILLAGE_OFFICE = '村便民服务站，工作日8:30–12:00、14:00–18:00'
export const TOWN_HALL = '镇便民服务大厅，工作日8:30–12:00、14:00–18:00'
export const MEDIATION_ROOM = '村说事室，工作日8:30–12:00、14:00–18:00，晚上可约'
export const ON_SITE = '在群里说一声就行，网格员到现场'
export const OWN_RULE = '本镇设定'
