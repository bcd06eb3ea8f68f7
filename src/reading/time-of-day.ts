import { num } from './amount.ts'
import { without } from './apart.ts'
import { wordsBeside } from './named-words.ts'
import { NUMBER } from './numbers.ts'

const words = wordsBeside(import.meta.url, 'time-of-day')

export interface SpokenTime {
  /** Minutes since midnight. */
  minute: number
  /** The text without it. */
  rest: string
}

const PART = '(凌晨|早上|早晨|清早|上午|中午|下午|后晌|傍晚|晚上|夜里|今晚)?'
/** A figure that runs into the time belongs to it: 三四点, 3、4点, 2-3点. */
const ALONE = '(?<![\\d零一二两三四五六七八九十几][-~～到至、]?)'
const CLOCK = `${PART}\\s*${ALONE}(\\d{1,2})[:：](\\d{2})(?!\\d)`
const SPOKEN = `${PART}\\s*${ALONE}(${NUMBER})\\s*点(?![多几])(?:钟|整)?(半|一刻|三刻|(${NUMBER})分?)?(?!多)`
/** Until when: people come at the beginning. */
const UNTIL = `(?:\\s*[-~～—到至]+\\s*(?:${PART}\\s*(?:\\d{1,2}[:：]\\d{2}|${NUMBER}\\s*点(?:钟|整|半|一刻|三刻|${NUMBER}分?)?)))?`
const CLOCK_FORM = new RegExp(`${CLOCK}${UNTIL}`, 'u')
const SPOKEN_FORM = new RegExp(`${SPOKEN}${UNTIL}`, 'u')
const LATER = words('later')
const NIGHT = /晚上|夜里|今晚/u

/** 3点 by itself is in the afternoon: nobody calls people together at night. 晚上12点 is nobody's hour. */
function hourOf(part: string | undefined, hour: number): number {
  if (part && NIGHT.test(part) && (hour === 12 || hour < 4)) return Number.NaN
  if (part && LATER.test(part) && hour < 12) return hour + 12
  if (part === '中午' && hour < 3) return hour + 12
  return part === undefined && hour >= 1 && hour <= 6 ? hour + 12 : hour
}

const QUARTERS: Record<string, number> = { 半: 30, 一刻: 15, 三刻: 45 }

/** 下午3点, 上午九点半, 15:00, 3点到5点 anywhere in a text; null where it is not plain which hour is meant. */
export function readTimeOfDay(text: string): SpokenTime | null {
  const clock = CLOCK_FORM.exec(text)
  const found = clock ?? SPOKEN_FORM.exec(text)
  if (!found) return null
  const hour = hourOf(found[1], clock ? Number(clock[2]) : num(found[2]))
  const past = clock ? Number(clock[3]) : found[3] === undefined ? 0 : (QUARTERS[found[3]] ?? num(found[4]))
  if (!(hour <= 24 && past <= 59)) return null
  return { minute: hour * 60 + past, rest: without(text, found.index, found.index + found[0].length) }
}

/** 下午两三点, 8点多: words of an hour that nobody can be called at, and of nothing else. */
export const HALF_READ_HOUR = new RegExp(`${PART}\\s*[\\d零一二两三四五六七八九十几、~～到至-]+\\s*点(?:多|来钟|左右|钟|半)*`, 'u')

/** 900 → 15:00, to be read again. */
export const clockOf = (minute: number): string => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
