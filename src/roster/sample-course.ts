import { dayName, dayNumber } from '../domain/moments.ts'
import type { Satisfaction } from '../domain/ticket.ts'
import type { PastDeed } from './sample-season.ts'

const VERDICTS: Record<Satisfaction, string> = { good: '满意', fair: '一般', poor: '没修好' }

export const spokenDay = (day: number): string => {
  const [, month, date] = dayName(day).split('-')
  return `${Number(month)}月${Number(date)}日`
}

/** What somebody typed for this deed. */
export function pastOrder({ move, note, satisfaction }: PastDeed, label: string, until: Date | null): string {
  switch (move) {
    case 'accept':
      return `接 ${label}`
    case 'progress':
      return `进展 ${label} ${note}`
    case 'deliberate':
      return `议 ${label} ${note}`
    case 'wait':
      return `挂账 ${label} ${until ? `${spokenDay(dayNumber(until))} ` : ''}${note}`
    case 'resolve':
      return `办结 ${label} ${note}`
    case 'reopen':
      return `没修好 ${label} ${note}`
    case 'confirm':
      return `${VERDICTS[satisfaction ?? 'good']} ${label}`
    default:
      return move satisfies never
  }
}

const MONTHS = 12

/** {月-2} as seen from 2026-11: 2026年9月; null for anything else. */
export function monthBefore(what: string, now: string): string | null {
  const [, back] = /^月-(\d+)$/u.exec(what) ?? []
  if (!back) return null
  const [year, month] = monthsBack(now, Number(back)).split('-').map(Number)
  return `${year}年${month}月`
}

/** The month so many before this one, 2026-11. */
export function monthsBack(month: string, back: number): string {
  const n = Number(month.slice(0, 4)) * MONTHS + Number(month.slice(5)) - 1 - back
  return `${Math.floor(n / MONTHS)}-${String((n % MONTHS) + 1).padStart(2, '0')}`
}

/** {事 护栏松了}: the words in which the matter was told that is meant; null where none is. */
export const matterMeant = (text: string): string | null => /\{事 ([^}]+)\}/u.exec(text)?.[1] ?? null
