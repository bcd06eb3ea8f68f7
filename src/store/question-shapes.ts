import { z } from 'zod'
import { CHANNELS } from '../domain/capability.ts'
import { ListLine } from '../domain/clerk-list.ts'
import { Judgement } from '../domain/judgement.ts'
import type { QuestionRead } from '../ports/question.ts'

const text = z.string()
const texts = z.array(text)
const say = { say: text }
const nothing = z.object({}).transform((): Record<string, never> => ({}))

/** What the column `data` of a question holds, by what was asked. */
const Shape: z.ZodType<QuestionRead> = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('isMatter'),
    // What was asked before names could be hidden hid none.
    data: z.object({
      report: text,
      text,
      judgement: Judgement,
      village: text,
      group: text.nullable(),
      hidden: z.boolean().default(false),
      turn: z.number(),
    }),
  }),
  z.object({ what: z.literal('clerkList'), data: z.object({ lines: z.array(ListLine) }) }),
  z.object({
    what: z.literal('look'),
    data: z.object({ report: text, text, judgement: Judgement, village: text, group: text.nullable() }),
  }),
  z.object({ what: z.literal('extension'), data: nothing }),
  z.object({ what: z.literal('typo'), data: z.object(say) }),
  z.object({
    what: z.literal('whichTicket'),
    data: z.union([z.object({ ...say, options: texts }), z.object({ report: text, options: texts })]),
  }),
  z.object({
    what: z.literal('untilWhen'),
    data: z.object({ ...say, wants: z.enum(['reason', 'day']).exactOptional(), guess: text.exactOptional() }),
  }),
  z.object({ what: z.literal('whichPerson'), data: z.object({ ...say, options: texts }) }),
  z.object({ what: z.literal('whoIsDeputy'), data: z.object(say) }),
  z.object({ what: z.literal('photoWords'), data: z.object({ report: text }) }),
  z.object({ what: z.literal('missing'), data: z.object({ ...say, wants: z.enum(['words', 'number']) }) }),
  z.object({ what: z.literal('approval'), data: z.object({ yes: text, no: text }) }),
  z.object({ what: z.literal('bindGroup'), data: z.object({ channel: z.enum(CHANNELS), externalId: text, grid: text }) }),
  z.object({ what: z.literal('toPost'), data: z.object({ message: text, group: text }) }),
  z.object({ what: z.literal('voiceWords'), data: z.object({ message: text, text }) }),
  z.object({ what: z.literal('pending'), data: z.object({ tickets: texts }) }),
  z.object({ what: z.literal('verdict'), data: nothing }),
  z.object({ what: z.literal('gone'), data: z.object({ person: text }) }),
  z.object({ what: z.literal('forget'), data: z.object({ matter: text.nullable() }) }),
  z.object({ what: z.literal('choose'), data: z.object({ says: texts, orders: texts }) }),
])

/** What was asked, read from its row; null where another edition asked it otherwise. */
export const readQuestion = (what: string, data: unknown): QuestionRead | null => Shape.safeParse({ what, data }).data ?? null
