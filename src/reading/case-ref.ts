import { isSetOff, withoutHead } from './marks.ts'
import { NUMBER, readNumber } from './numbers.ts'

export interface CaseRef {
  number: number
  rest: string
}

/**
 * The case a text begins with: 信3, 【信03】, 3号, 3 with a gap behind it. `names` are what such cases are called by, 信 or 信访.
 * A number that counts something (3条, 3月5日) is none.
 */
export function caseRef(text: string, names: readonly string[]): CaseRef | null {
  const called = [...names].sort((a, b) => b.length - a.length).join('|')
  const found = new RegExp(`^[【\\[]?(?:(${called}) ?|第|#)?(${NUMBER})(号|件)?[】\\]]?`, 'u').exec(text)
  if (!found) return null
  const [whole, name, digits = '', measure] = found
  const number = readNumber(digits)
  const after = text.slice(whole.length)
  const stands = name !== undefined || measure !== undefined || whole.endsWith('】') || after === '' || isSetOff(after)
  if (number === null || number === 0 || !stands) return null
  return { number, rest: withoutHead(after).trim() }
}
