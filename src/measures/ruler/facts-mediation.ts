import { z } from 'zod'
import { endOfWorkOn } from '../../domain/calendar.ts'
import { Case } from '../../domain/case.ts'
import { dayName, dayNumber } from '../../domain/moments.ts'

/** 《人民调解法》 art. 33: both may ask the court for confirmation within 30 days after the agreement takes effect. */
export const CONFIRMATION_DAYS = 30

const Agreement = z.object({
  /** Arts. 28 to 30: written, from the last signature on; oral, from the moment both agree. */
  form: z.enum(['written', 'oral']),
  text: z.string(),
  at: z.coerce.date(),
})
const Performance = z.object({ text: z.string(), due: z.coerce.date(), done: z.coerce.date().nullable() })

/** 人民调解 of one matter between neighbours: free (art. 4), willing (art. 17), recorded (art. 27). */
export const Mediation = Case.extend({
  status: z.enum(['talking', 'agreed', 'failed', 'refused']),
  ticket: z.string(),
  mediator: z.string(),
  parties: z.array(z.string()),
  /** Art. 17: both are willing; not on record until somebody wrote it down. */
  willing: z.boolean(),
  /** Art. 20: relatives or neighbours who join, with both parties' consent. */
  invited: z.array(z.string()),
  /** Art. 23: as the parties wish; not public until they say so. */
  open: z.boolean(),
  record: z.array(z.object({ at: z.coerce.date(), by: z.string(), text: z.string() })),
  agreement: Agreement.nullable(),
  performances: z.array(Performance),
  confirmedAt: z.coerce.date().nullable(),
})
export type Mediation = z.infer<typeof Mediation>

export const confirmBy = (m: Pick<Mediation, 'agreement'>): Date | null =>
  m.agreement && endOfWorkOn(dayName(dayNumber(m.agreement.at) + CONFIRMATION_DAYS))
