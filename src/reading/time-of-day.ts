import { wordsBeside } from './named-words.ts'
import { NUMBER, readNumber } from './numbers.ts'

const words = wordsBeside(import.meta.url, 'time-of-day')

export interface SpokenTime {
  /** Minutes since midnight. */
  minute: number
  /** The text without it. */
  rest: string
}

const PART = '(凌晨|早上|早晨|清早|上午|中午|下午|后晌|傍晚|晚上|夜里|今晚)?'
const CLOCK = new RegExp(`${PART}\\s*(\\d{1,2})[:：](\\d{2})`, 'u')
const SPOKEN = new RegExp(`${PART}\\s*(${NUMBER})\\s*点(?:钟|整)?(半|一刻|三刻|(${NUMBER})分?)?`, 'u')
const LATER = words('later')

/** 3点 by itself is in the afternoon: nobody calls people together at night. */
function hourOf(part: string | undefined, hour: number): number {
  if (part && LATER.test(part) && hour < 12) return hour + 12
  if (part === '中午' && hour < 3) return hour + 12
  return part === undefined && hour >= 1 && hour <= 6 ? hour + 12 : hour
}

const QUARTERS: Record<string, number> = { 半: 30, 一刻: 15, 三刻: 45 }

/** 下午3点, 上午九点半, 15:00 anywhere in a text. */
export function readTimeOfDay(text: string): SpokenTime | null {
  const clock = CLOCK.exec(text)
  const found = clock ?? SPOKEN.exec(text)
  if (!found) return null
  const said = clock ? Number(clock[2]) : readNumber(found[2] ?? '')
  const past = clock ? Number(clock[3]) : (QUARTERS[found[3] ?? ''] ?? readNumber(found[4] ?? '') ?? 0)
  if (said === null || said > 24 || past > 59) return null
  const rest = `${text.slice(0, found.index).trim()} ${text.slice(found.index + found[0].length).trim()}`
  return { minute: hourOf(found[1], said) * 60 + past, rest: rest.replace(/^[\s，,、]+|[\s，,、]+$/gu, '') }
}

/** 900 → 15:00, to be read again. */
export const clockOf = (minute: number): string => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
