const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  仨: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }

/** For use inside other patterns. */
export const NUMBER = '[0-9零〇○一二两俩三仨四五六七八九十廿卅百千]+'

/** 七, 十二, 廿五, 一百零三, 零七, 〇七, 07 → a number; null for anything else. */
export function readNumber(said: string): number | null {
  const text = said.normalize('NFKC').trim().replace('廿', '二十').replace('卅', '三十')
  const plain = Array.from(text, (c) => (c in DIGITS ? String(DIGITS[c]) : c)).join('')
  if (/^\d{1,6}$/.test(plain)) return Number(plain)
  if (/\d/.test(text)) return null
  let total = 0
  let digit: number | null = null
  let lastUnit = 10_000
  for (const c of text) {
    const unit = UNITS[c]
    const value = DIGITS[c]
    if (unit !== undefined) {
      if (unit >= lastUnit || (digit === null && !(unit === 10 && total === 0))) return null
      total += (digit ?? 1) * unit
      lastUnit = unit
      digit = null
    } else if (value === 0) lastUnit = Math.min(lastUnit, 100)
    else if (value !== undefined && digit === null) digit = value
    else return null
  }
  if (lastUnit === 10_000) return null
  // 一百二 is 120, but 一百零二 is 102.
  const isShort = digit !== null && lastUnit >= 100 && !/[零〇○]/.test(text)
  return total + (digit ?? 0) * (isShort ? lastUnit / 10 : 1)
}

const PAIR = /^(?:[一二两三四五六七八九]{2}|[1-9][、,，和]?[1-9])$/u

/** What counts places: 三四社 is the third and the fourth, 十二社 the twelfth, 34社 the thirty-fourth. */
export function readOrdinals(said: string): number[] {
  const [first, second] = PAIR.test(said) && !/^\d\d$/u.test(said) ? Array.from(said.replace(/[、,，和]/u, '')).map(readNumber) : []
  if (first && second && second === first + 1) return [first, second]
  const number = readNumber(said)
  return number === null ? [] : [number]
}

const WRITTEN = '一二三四五六七八九'
/** 1 → 一, 12 → 十二, as headings are numbered; beyond ninety-nine in figures. */
export function numeral(n: number): string {
  if (n > 99) return String(n)
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  return `${tens > 1 ? WRITTEN[tens - 1] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? WRITTEN[ones - 1] : ''}`
}
