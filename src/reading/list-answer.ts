import { readNumber } from './numbers.ts'

/** What was answered to a list: the numbers that were chosen, none of them, or nothing that answers it. */
export type ListAnswer = number[] | null

const NONE =
  /^(?:都|全|全部|一个|一件|一条)?(?:都)?(?:不是|没有|不是事|不用|不登记|不要|不算|没事|不用登记|没有要登记的)(?:事|的|了|吧)?$|^(?:没有|没|无|不用|都不|没啥|没有事|都没有|没一个是)(?:了|的)?$/u
const ALL = /^(?:全部|全都?|都|都是|全是|全要|都要|都算|全登|都登|都登记|全登记|全部登记|都登上|都记上|都报|所有)(?:登记|要|的|了|吧|上)?$/u
/** 除了2都登记, 除2以外全要. */
const EXCEPT = /^除(?:了)?(.+?)(?:以外|之外|外)?[,，\s]*(?:都|全|其他|其余)\S{0,6}$/u
const AROUND =
  /^(?:登记|要登记|登|记|就|只有|只要|只登|只|要|是|选|报|我看|看|有)+[:：,，\s]*|(?:要登记|登记|要|是事|是|的|吧|就行|就好|可以|算)+$/gu
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
  const words = said.replace(/[。.!！~～\s]+$/u, '').trim()
  if (NONE.test(words)) return []
  const all = Array.from({ length: lines }, (_, i) => i + 1)
  if (ALL.test(words) || (lines === 1 && /^(?:是|是的|登记|要登记|要|对|是事)$/u.test(words))) return all
  const except = EXCEPT.exec(words)?.[1]
  if (except !== undefined) {
    const left = numbersIn(except, lines)
    return left && all.filter((n) => !left.includes(n))
  }
  return numbersIn(words, lines)
}
