import { withoutTail } from './marks.ts'
import { wordsBeside } from './named-words.ts'
import { readNumber } from './numbers.ts'

const said = wordsBeside(import.meta.url, 'list-answer')

/** What was answered to a list: the numbers that were chosen, none of them, or nothing that answers it. */
export type ListAnswer = number[] | null

const NONE = said('none')
const ALL = said('all')
/** Of the only line. */
const YES = said('yes', 'whole')
/** 除了2都登记, 除2以外全要. */
const EXCEPT = said('except')
const AROUND = said('around', 'anywhere', 'gu')
const PIECE = /^第?(\d{1,2}|[一二三四五六七八九十]{1,2})(?:号|个|条|件|项|句)?(?:要|是|登记)?$/u

const numberOf = (piece: string, lines: number): number | null => {
  const found = PIECE.exec(piece)?.[1]
  const n = found === undefined ? null : readNumber(found)
  return n !== null && n >= 1 && n <= lines ? n : null
}

function numbersIn(words: string, lines: number): number[] | null {
  const pieces = words
    .replace(AROUND, '')
    .split(/[\s,，、.。;；和跟与还有及]+/u)
    .filter((p) => p !== '')
  // 13 of a list of five is 1 and 3.
  const each = pieces.flatMap((p) => (/^\d{2,5}$/u.test(p) && Number(p) > lines ? [...p] : [p]))
  const found = each.map((p) => numberOf(p, lines))
  return each.length > 0 && found.every((n) => n !== null) ? [...new Set(found)].sort((a, b) => a - b) : null
}

/** “1 3”, 1和3, 第一个, 只有2, 都登记, 都不是, 没有: which lines of so many are meant. */
export function readListAnswer(said: string, lines: number): ListAnswer {
  const words = withoutTail(said).trim()
  if (NONE.test(words)) return []
  const all = Array.from({ length: lines }, (_, i) => i + 1)
  if (ALL.test(words) || (lines === 1 && YES.test(words))) return all
  const except = EXCEPT.exec(words)?.[1]
  if (except !== undefined) {
    const left = numbersIn(except, lines)
    return left && all.filter((n) => !left.includes(n))
  }
  return numbersIn(words, lines)
}
