import { z } from 'zod'
import type { Limit } from '../domain/duty.ts'
import type { Education } from '../domain/team.ts'
import { plainName, plainWidth, visible } from '../domain/visible.ts'
import { faultWords } from '../wording/roster.ts'
import { dayOfSerial } from '../workbook/number-forms.ts'
import {
  codeOf,
  EDUCATION_WORDS,
  EVIDENCE_WORDS,
  entriesOf,
  FULL_TIME,
  GROUP_WORDS,
  KIND_WORDS,
  LEDGER_WORDS,
  LEVEL_WORDS,
  MODE_WORDS,
  RECORD_WORDS,
  ROLE_WORDS,
  readLimit,
  USE_WORDS,
} from './vocabulary.ts'

const filled = z.string().min(1, faultWords.empty)

/** Ids are compared, so full-width letters and digits must not make two of one. */
export const plainId = (said: string): string => visible(said).normalize('NFKC').replace(/^'/u, '').trim()

const id = z
  .string()
  .transform(plainId)
  .pipe(filled.regex(/^[\p{L}\p{N}_.-]{1,40}$/u, faultWords.badId))
const idOrNone = z.string().transform((said) => plainId(said) || null)
const textOrNone = z.string().transform((said) => said || null)

/** What people are asked for and called by. */
const name = z.string().transform(plainName).pipe(filled)

const parts = (said: string): string[] =>
  plainWidth(said)
    .split(/[、，,；;\s]+/)
    .filter((part) => part !== '')

const wordOf = <C extends string>(words: Record<C, readonly string[]>) =>
  filled.transform((said, ctx): C => {
    const code = codeOf(words, said)
    if (code !== null) return code
    ctx.addIssue({
      code: 'custom',
      message: faultWords.unknownWord(
        said,
        entriesOf(words).flatMap(([, known]) => known.slice(0, 1)),
      ),
    })
    return z.NEVER
  })

const wordsOf = <C extends string>(words: Record<C, readonly string[]>) =>
  z
    .string()
    .transform(parts)
    .pipe(z.array(wordOf(words)))

/** What tables are ticked with; a box of Excel's own reads as TRUE. */
const YES = new Set(['是', '√', '✓', '✔', '☑', '✅', 'true', 'y', 'yes', '对', '有', '1', '在', '在册', '先议', '需要', '要', 't', '是的'])
const NO = new Set([
  '否',
  '×',
  '✗',
  '✘',
  'x',
  '☐',
  '❌',
  'false',
  'n',
  'no',
  '不',
  '无',
  '没有',
  '0',
  '不是',
  '不在',
  '不在册',
  '不需要',
  '不要',
  'f',
  '/',
  '-',
  '—',
])

const yesNo = (blank: boolean) =>
  z.string().transform((said, ctx): boolean => {
    const word = plainWidth(said).toLowerCase()
    if (word === '') return blank
    if (YES.has(word)) return true
    if (NO.has(word)) return false
    ctx.addIssue({ code: 'custom', message: faultWords.unknownWord(said, ['是', '否']) })
    return z.NEVER
  })

const limit = filled.transform((said, ctx): Limit => {
  const read = readLimit(said.normalize('NFKC'))
  if (read !== null) return read
  ctx.addIssue({ code: 'custom', message: faultWords.badLimit(said) })
  return z.NEVER
})

const phone = z.string().transform((said, ctx): string | null => {
  const digits = visible(said)
    .normalize('NFKC')
    // (0931)123 4567, 139.0000.0001, 139–0000–0001, and the mark that keeps Excel from making a number of it.
    .replace(/[\s\p{Pd}.·()'_]/gu, '')
    .replace(/^(?:\+|00)?86(?=1\d{10}$|0\d{9,11}$)/, '')
  if (digits === '') return null
  if (/^1[3-9]\d{9}$|^0\d{9,11}$/.test(digits)) return digits
  ctx.addIssue({ code: 'custom', message: faultWords.badPhone(said) })
  return z.NEVER
})

const account = z
  .string()
  .default('')
  .transform((said) => said.normalize('NFKC').trim() || null)
  .refine((said) => said === null || /^[\w.@-]{1,64}$/u.test(said), faultWords.badAccount)

const short = textOrNone.refine((said) => said === null || /^\p{Script=Han}{1,2}$/u.test(said), faultWords.badShort)

const education = z.string().transform((said, ctx): { education: Education | null; fullTime: boolean } => {
  if (said === '') return { education: null, fullTime: false }
  const code = codeOf(EDUCATION_WORDS, said.replace(FULL_TIME, '').trim())
  if (code !== null) return { education: code, fullTime: said.includes(FULL_TIME) }
  const known = entriesOf(EDUCATION_WORDS).flatMap(([, words]) => words.slice(0, 1))
  ctx.addIssue({ code: 'custom', message: faultWords.unknownWord(said, known) })
  return z.NEVER
})

const DATE = /^(\d{4}) ?[-/.年] ?(\d{1,2})(?: ?[-/.月] ?(?:(\d{1,2}) ?日?)?)?(?:[ T]\d{1,2}[:时].*)?$/u
const SERIAL = /^\d{5}(?:\.\d+)?$/u
/** 2026-11-20, 2026/11/20, 2026年11月20日, 20261120, with a time of day behind it or not; a month where `day` may be missing. */
const date = (needsDay: boolean) =>
  z.string().transform((said, ctx): string | null => {
    if (said === '') return null
    const text = visible(said).normalize('NFKC').replace(/\s+/gu, ' ').trim()
    // 43835: a day as Excel counts it, where the cell lost its form.
    const plain = (SERIAL.test(text) && dayOfSerial(Number(text), false)) || text
    const [, y = '', m = '', d] = DATE.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/u.exec(plain) ?? []
    const day = `${y}-${m.padStart(2, '0')}-${(d ?? '1').padStart(2, '0')}`
    const exists = !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)
    if (exists && (d !== undefined || !needsDay)) return d === undefined ? day.slice(0, 7) : day
    ctx.addIssue({ code: 'custom', message: faultWords.badDate(said) })
    return z.NEVER
  })

/** What one row of each sheet must say by itself; what rows say of each other is checked afterwards. */
export const rowSchemas = {
  grid: z.object({ id, parentId: idOrNone, level: wordOf(LEVEL_WORDS), name, short, aliases: z.string().transform(parts) }),
  households: z.object({ id, grid: id }),
  people: z.object({ id, name, phone, household: idOrNone, onRoster: yesNo(true), account }),
  roles: z.object({ person: id, role: wordOf(ROLE_WORDS), grid: id }),
  groups: z.object({
    id,
    name,
    kind: wordOf(GROUP_WORDS),
    grid: z.string().transform(plainId).pipe(z.string().min(1, faultWords.groupWithoutGrid)),
  }),
  members: z.object({ group: id, person: id }),
  duties: z.object({
    code: id,
    kind: wordOf(KIND_WORDS),
    topic: filled,
    name: filled,
    short: filled.max(8, faultWords.longShort),
    words: z.string().transform(parts),
    owner: wordOf(ROLE_WORDS),
    coOwners: wordsOf(ROLE_WORDS),
    mode: wordOf(MODE_WORDS),
    respond: limit,
    complete: limit,
    evidence: wordsOf(EVIDENCE_WORDS),
    deliberate: yesNo(false),
    procedure: z.string(),
    papers: z.string(),
    where: z.string(),
    basis: z.string(),
  }),
  venues: z.object({ id, name, grid: id, uses: wordsOf(USE_WORDS), address: z.string() }),
  staff: z.object({ person: id, post: z.string(), education, since: date(false), how: z.string() }),
  records: z.object({ person: id, kind: wordOf(RECORD_WORDS), day: filled.pipe(date(true)), title: filled, basis: z.string() }),
  ledger: z.object({ order: z.string().transform((said) => Number(said) || Number.MAX_SAFE_INTEGER), column: wordOf(LEDGER_WORDS) }),
} as const

export type RowOf<K extends keyof typeof rowSchemas> = z.infer<(typeof rowSchemas)[K]>
