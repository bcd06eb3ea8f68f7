import { digitsOf } from './numbers.ts'

const RUN = /(?<!\d)\d(?:[\s-]?\d){4,}(?!\d)/u

/** A telephone number as people type it, 139 0000 5555 and 139-0000-5555 too; `wrong` is what is none. */
export function readPhone(text: string): { phone: string | null; wrong: string | null; rest: string } {
  const said = RUN.exec(text)?.[0]
  if (said === undefined) return { phone: null, wrong: null, rest: text.trim() }
  const digits = digitsOf(said)
  const rest = text.replace(said, ' ').replace(/\s+/gu, ' ').trim()
  return /^1[3-9]\d{9}$/u.test(digits) ? { phone: digits, wrong: null, rest } : { phone: null, wrong: digits, rest }
}
