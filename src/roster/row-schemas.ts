import { z } from 'zod'
import type { Limit } from '../domain/duty.ts'
import { faultWords } from '../wording/roster.ts'
import { codeOf, EVIDENCE_WORDS, entriesOf, GROUP_WORDS, KIND_WORDS, LEVEL_WORDS, MODE_WORDS, ROLE_WORDS, readLimit } from './vocabulary.ts'

const filled = z.string().min(1, faultWords.empty)

/** Ids are compared, so full-width letters and digits must not make two of one. */
export const plainId = (said: string): string => said.normalize('NFKC').trim()

const id = z
  .string()
  .transform(plainId)
  .pipe(filled.regex(/^[\p{L}\p{N}_.-]{1,40}$/u, faultWords.badId))
const idOrNone = z.string().transform((said) => plainId(said) || null)
const textOrNone = z.string().transform((said) => said || null)

const parts = (said: string): string[] => said.split(/[、，,；;\s]+/).filter((part) => part !== '')

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

const yesNo = (blank: boolean) =>
  z.string().transform((said, ctx): boolean => {
    if (said === '') return blank
    if (said === '是' || said === '否') return said === '是'
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
  const digits = said.normalize('NFKC').replace(/[\s-]/g, '')
  if (digits === '') return null
  if (/^1[3-9]\d{9}$|^0\d{9,11}$/.test(digits)) return digits
  ctx.addIssue({ code: 'custom', message: faultWords.badPhone(said) })
  return z.NEVER
})

const short = textOrNone.refine((said) => said === null || /^\p{Script=Han}{1,2}$/u.test(said), faultWords.badShort)

/** What one row of each sheet must say by itself; what rows say of each other is checked afterwards. */
export const rowSchemas = {
  grid: z.object({ id, parentId: idOrNone, level: wordOf(LEVEL_WORDS), name: filled, short, aliases: z.string().transform(parts) }),
  households: z.object({ id, grid: id }),
  people: z.object({ id, name: filled, phone, household: idOrNone, onRoster: yesNo(true) }),
  roles: z.object({ person: id, role: wordOf(ROLE_WORDS), grid: id }),
  groups: z.object({
    id,
    name: filled,
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
} as const

export type RowOf<K extends keyof typeof rowSchemas> = z.infer<(typeof rowSchemas)[K]>
