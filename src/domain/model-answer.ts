import { z } from 'zod'
import { DANGERS, KINDS, SENSITIVITIES } from './judgement.ts'

const WORDS = 5
const LONGEST_WORD = 20
const LONGEST_TITLE = 40
const MOST_LINES = 12
const LONGEST_LABEL = 20

/** Models leave out what is empty. */
const orNull = <T extends z.ZodType>(of: T) => of.nullish().transform((value) => value ?? null)

/**
 * What a language model may say of one report, and nothing besides. None of it is an action; title and words are looked at
 * again (src/classify/read-answer.ts) before anybody reads them.
 */
export const ModelAnswer = z.object({
  kind: z.enum([...KINDS, 'none']),
  duty: orNull(z.string().max(LONGEST_WORD)),
  danger: orNull(z.enum(DANGERS)),
  sensitivity: orNull(z.enum(SENSITIVITIES)),
  title: z
    .string()
    .max(LONGEST_TITLE)
    .nullish()
    .transform((title) => title ?? ''),
  /** Words of the report that decided it. */
  words: z
    .array(z.string().max(LONGEST_WORD))
    .max(WORDS)
    .nullish()
    .transform((words) => words ?? []),
  /** The lines of the conversation that tell it together. */
  lines: z
    .array(z.number().int())
    .max(MOST_LINES)
    .nullish()
    .transform((lines) => lines ?? []),
  /** The open ticket that it belongs to. */
  ticket: orNull(z.string().max(LONGEST_LABEL)),
  confidence: z.number().min(0).max(1),
})
export type ModelAnswer = z.infer<typeof ModelAnswer>
