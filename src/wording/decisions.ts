import { maskPersonal } from '../domain/mask.ts'
import { orderAgain } from '../domain/order-name.ts'
import type { Role } from '../domain/people.ts'
import { by, day } from './dates.ts'
import { roleNames } from './names.ts'

export const late = (label: string, what: string, days: number, why: string | null): string =>
  `${label} ${what}超期${days}天${why ? `，${why}` : ''}`
export const extensionWaits = (label: string, what: string, until: Date, now: Date, why: string | null): string =>
  `${label} ${what}想延到${day(until, now)}${why ? `，${why}` : ''}`
export const talkedInVain = (label: string, what: string, times: number): string => `${label} ${what}议了${TIMES[times] ?? times}次没成`
export const unowned = (label: string, what: string): string => `${label} ${what}还没人负责`
export const heldBy = (owner: string | null): string => (owner ? `在${owner}手上` : '还没人接')

const TIMES: Record<number, string> = { 2: '两', 3: '三', 4: '四', 5: '五' }

/** By office alone, never by name and never with what was said: others look over a shoulder. Null where nobody could tell whom. */
export const aboutCadre = (village: string, office: Role | null): string =>
  office ? `${village}${roleNames[office]}被反映一件，已避开本人` : `${village}有干部被反映一件，没说是谁`

export interface Detail {
  label: string
  village: string
  kind: string
  /** Null where the leader may see no more than the kind. */
  title: string | null
  state: string
  owner: string | null
  openedAt: Date
  completeBy: Date
  reason: string | null
  why: string
  commands: readonly string[]
}

/** One to one and only to whom it is not about. */
export const detail = (d: Detail, now: Date): string =>
  [
    `【${d.label}】${d.village} ${d.kind}${d.title ? `：${d.title}` : ''}`,
    d.why,
    `${day(d.openedAt, now)}报的，${d.state}，${d.owner ? `${d.owner}负责` : '还没人负责'}，${by(d.completeBy, now)}前办`,
    ...(d.reason ? [`最近说：${maskPersonal(d.reason)}`] : []),
    `可以回${d.commands.map((c) => `“${c}”`).join('或')}。`,
  ].join('\n')

export const decidedAlready = (n: number): string => `第${n}件已经定过了。回“待定”看还有哪些。`
export const noSuchDecision = (n: number): string => `没有第${n}件，回“待定”看有哪些。`

/** What a leader may say to it, as they type it. */
export const orders = {
  supervise: (label: string): string => orderAgain('督办', label),
  assign: (label: string): string => orderAgain('派', label, '姓名'),
  agree: (label: string): string => orderAgain('同意', label),
  disagree: (label: string): string => orderAgain('不同意', label),
  wait: (label: string): string => orderAgain('挂账', label, '日期', '原因'),
  talkWithTown: (label: string): string => orderAgain('议', label, '镇里'),
  nth: (n: number): string => orderAgain('待定', String(n)),
} as const
