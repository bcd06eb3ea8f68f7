/** What a run of digits in a text is, when it belongs to one person. */
export type NumberKind = 'mobile' | 'landline' | 'paper' | 'card' | 'plate'

/** Where it stands in the text (UTF-16, end exclusive), and its digits in plain characters. */
export interface PersonalNumber {
  kind: NumberKind
  from: number
  to: number
  digits: string
}

interface Sign {
  char: string
  from: number
  to: number
}

/** Chinese digits as they are read out, 幺 and the ones of the wireless included. */
const READ_OUT: Readonly<Record<string, string>> = {
  ...{ 零: '0', 〇: '0', '○': '0', 洞: '0', 一: '1', 幺: '1', 壹: '1', 二: '2', 贰: '2', 三: '3', 叁: '3', 四: '4', 肆: '4' },
  ...{ 五: '5', 伍: '5', 六: '6', 陆: '6', 七: '7', 柒: '7', 拐: '7', 八: '8', 捌: '8', 九: '9', 玖: '9', 勾: '9' },
}
/** What may stand between two groups of one number: marks, what cannot be seen, and what people say while they read it out. */
const MARKS = /^[\s\p{Cf}\p{Mn}\p{Me}\-—–‐‑−·•.．_/|,，、~()[\]*#:：]{0,4}$/u
const READING =
  /^[\s\p{Cf},，、。.:：-]*(?:然后|后面|后头|接下来|接着|再|再来|中间|最后|后[三四]位|尾号|是|的|加|杠|横|横杠|空格|空|点|还有|下面)?[\s\p{Cf},，、。.:：-]*(?:是|四位|四个)?[\s\p{Cf},，、。.:：-]*$/u
const UNIT = /^\s*(?:元|块|万|千|百|亩|斤|公斤|吨|平方|平米|米|公里|个|人|户|次|度|年|月|日|号|岁|%|℃)/u
const SAYS_PHONE = /(?:电话|座机|固话|手机|号码|联系|拨|打)\p{Script=Han}{0,2}[\s：:是为]{0,3}$/u
const SAYS_CARD = /(?:卡|账户?|帐户?|户头|存折|银行|农行|工行|建行|信用社|邮政|储蓄)\p{Script=Han}{0,3}[\s：:是为]{0,3}$/u
const SAYS_PAPER = /(?:身份证|身份|证件|证号|户口)\p{Script=Han}{0,3}[\s：:是为]{0,3}$/u
const REGION = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])/u
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]\s?[A-HJ-NP-Z][\s·.\-—]?[A-HJ-NP-Z0-9](?:\s?[A-HJ-NP-Z0-9]){3,4}[A-HJ-NP-Z0-9学警挂港澳](?![A-Z0-9])/gu

/** A text sign by sign in plain characters: full width, circled and bold digits are digits; what is read out is one too. */
function signsOf(text: string): Sign[] {
  const signs: Sign[] = []
  let from = 0
  for (const point of text) {
    const plain = point.normalize('NFKC')
    signs.push({ char: plain.length === 1 ? plain : point, from, to: from + point.length })
    from += point.length
  }
  return signs
}

const digitOf = (char: string): string | null => (/^\d$/.test(char) ? char : (READ_OUT[char] ?? null))

interface Group {
  digits: string
  first: number
  last: number
  /** Only figures, none read out. */
  figures: boolean
  /** What stands between this group and the one before. */
  gap: string
}

/** Digits that stand together, and chains of such groups with nothing between them that would end a number. */
function chainsOf(signs: readonly Sign[]): Group[][] {
  const chains: Group[][] = []
  let gap = ''
  for (const [i, { char }] of signs.entries()) {
    const last = chains.at(-1)?.at(-1)
    const digit = digitOf(char) ?? (/^[xX×]$/.test(char) && last?.last === i - 1 && last.digits.length >= 3 ? 'X' : null)
    if (digit === null) {
      gap += char
      continue
    }
    const figure = !(char in READ_OUT)
    if (last && gap === '') {
      last.digits += digit
      last.last = i
      last.figures &&= figure
    } else {
      const group = { digits: digit, first: i, last: i, figures: figure, gap }
      const chain = chains.at(-1)
      if (chain && (MARKS.test(gap) || READING.test(gap))) chain.push(group)
      else chains.push([group])
    }
    gap = ''
  }
  return chains
}

const GROUPINGS = new Set(['11', '3 8', '3 4 4', '7 4', '3 3 5', '3 5 3', '4 4 3', '4 3 4', '4 7', '5 6', '6 5', '3 2 2 2 2', '3 2 2 4'])
const even = (sizes: readonly number[]): boolean =>
  sizes.slice(0, -1).every((n) => n === sizes[0]) && (sizes.at(-1) ?? 0) <= (sizes[0] ?? 0)

function isDay(year: number, month: string, day: string): boolean {
  const at = new Date(Date.UTC(year, Number(month) - 1, Number(day)))
  return year >= 1900 && year <= 2100 && at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day)
}

/** GB 11643: seventeen digits weighted, the eighteenth checks them. */
export function isPaperNumber(digits: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((n, w, i) => n + w * Number(digits[i]), 0)
  return '10X98765432'[sum % 11] === digits[17]
}

/** ISO/IEC 7812: the check digit of Luhn. */
export function isCardNumber(digits: string): boolean {
  const sum = [...digits].reverse().reduce((n, d, i) => n + (i % 2 === 0 ? Number(d) : ([0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(d)] ?? 0)), 0)
  return sum % 10 === 0
}

function kindOf(groups: readonly Group[], before: string, after: string): NumberKind | null {
  const digits = groups.map((g) => g.digits).join('')
  const sizes = groups.map((g) => g.digits.length)
  const one = groups.length === 1
  const spoken = groups.slice(1).some((g) => !MARKS.test(g.gap))
  const regular = one || even(sizes)
  const figures = groups.every((g) => g.figures)
  const unit = UNIT.test(after)
  const paper = SAYS_PAPER.test(before)
  if (/^\d{17}[\dX]$/.test(digits)) {
    const born = REGION.test(digits) && isDay(Number(digits.slice(6, 10)), digits.slice(10, 12), digits.slice(12, 14))
    if (born || paper || (one && isPaperNumber(digits))) return 'paper'
  }
  if (digits.includes('X')) return null
  if (/^\d{15}$/.test(digits) && (regular || paper) && REGION.test(digits)) {
    const born = isDay(1900 + Number(digits.slice(6, 8)), digits.slice(8, 10), digits.slice(10, 12))
    if (born || paper) return 'paper'
  }
  const short = digits.replace(/^(?:0086|86)(?=1[3-9]\d{9}$)/, '')
  if (/^1[3-9]\d{9}$/.test(short)) {
    const prefixed = short.length < digits.length
    // 86 139 0000 1234: what stands before the number is a group of its own, or grows together with the first.
    const own =
      prefixed && groups[0] && /^(?:0086|86)$/.test(groups[0].digits)
        ? sizes.slice(1)
        : sizes.with(0, (sizes[0] ?? 0) - (digits.length - short.length))
    const likely = GROUPINGS.has(own.filter((n) => n > 0).join(' ')) || even(own) || SAYS_PHONE.test(before)
    if (likely && !(unit && (!one || figures) && !SAYS_PHONE.test(before) && groups.length > 1)) return 'mobile'
  }
  if (digits.length >= 13 && digits.length <= 19 && regular && !unit) {
    if (SAYS_CARD.test(before) || (/^(?:62|60|3[4-7]|4|5[1-5]|9[4-9])/.test(digits) && isCardNumber(digits))) return 'card'
  }
  if (spoken || unit) return null
  if (/^0(?:10|2\d|[3-9]\d{2})\d{7,8}$/.test(digits) && digits.length <= 12 && (one || (sizes[0] ?? 0) >= 3)) return 'landline'
  if (
    figures &&
    /^[2-8]\d{6,7}$/.test(digits) &&
    (one || regular || sizes.join(' ') === '3 4') &&
    SAYS_PHONE.test(before) &&
    !isDate(digits)
  )
    return 'landline'
  return null
}

const isDate = (digits: string): boolean =>
  /^(?:19|20)\d{6}$/.test(digits) && isDay(Number(digits.slice(0, 4)), digits.slice(4, 6), digits.slice(6))

const MOST_GROUPS = 19

/**
 * Telephones, identity and bank numbers and plates, however they are spelt: full width, spaced, dotted, with +86, read out in
 * Chinese digits, broken by a word. Sums, dates and ticket numbers are none.
 */
export function personalNumbers(text: string): PersonalNumber[] {
  const signs = signsOf(text)
  const found: PersonalNumber[] = []
  const wordsAround = (group: Group, last: Group) => ({
    before: text.slice(Math.max(0, (signs[group.first]?.from ?? 0) - 14), signs[group.first]?.from ?? 0).replace(/[+＋]$/u, ''),
    after: text.slice(signs[last.last]?.to ?? 0, (signs[last.last]?.to ?? 0) + 4),
  })
  for (const chain of chainsOf(signs))
    for (let i = 0; i < chain.length; i++) {
      let taken = 0
      for (let n = Math.min(MOST_GROUPS, chain.length - i); n > 0 && taken === 0; n--) {
        const groups = chain.slice(i, i + n)
        const [first, last] = [groups[0], groups.at(-1)]
        const length = groups.reduce((sum, g) => sum + g.digits.length, 0)
        if (!first || !last || length < 7 || length > 19) continue
        const { before, after } = wordsAround(first, last)
        const kind = kindOf(groups, before, after)
        if (!kind) continue
        // The + of +86 goes with the number.
        const plus = signs[first.first - 1]?.char === '+' ? 1 : 0
        found.push({
          kind,
          from: signs[first.first - plus]?.from ?? 0,
          to: signs[last.last]?.to ?? 0,
          digits: groups.map((g) => g.digits).join(''),
        })
        taken = n
      }
      i += Math.max(0, taken - 1)
    }
  const plain = signs.map((s) => s.char.toUpperCase().slice(0, 1)).join('')
  for (const match of plain.matchAll(PLATE)) {
    const [from, to] = [signs[match.index]?.from ?? 0, signs[match.index + match[0].length - 1]?.to ?? 0]
    if (/\d/.test(match[0])) found.push({ kind: 'plate', from, to, digits: match[0].replace(/[\s·.\-—]/gu, '') })
  }
  return found.sort((a, b) => a.from - b.from)
}

/** The text with another word in the place of each such number. */
export function replaceNumbers(text: string, word: (number: PersonalNumber) => string): string {
  let out = ''
  let at = 0
  for (const number of personalNumbers(text)) {
    if (number.from < at) continue
    out += text.slice(at, number.from) + word(number)
    at = number.to
  }
  return out + text.slice(at)
}
