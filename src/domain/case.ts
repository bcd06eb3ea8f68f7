import { z } from 'zod'

/**
 * What every case of a measure has, whatever else it holds: a number people can say, a state, a place, a beginning and an end.
 * A petition, a measurement, a mediation, an exemplar and the like add their own facts (`Case.extend`) and their own states.
 */
export const Case = z.object({
  id: z.string(),
  number: z.number().int().positive(),
  status: z.string(),
  village: z.string().nullable(),
  /** The matter it belongs to, where there is one. */
  ticket: z.string().nullable(),
  /** Where it is held on one: 2026-11-27; a month where it tells of one. */
  day: z.string().nullish(),
  openedAt: z.coerce.date(),
  endedAt: z.coerce.date().nullable(),
  version: z.number().int(),
})
export type Case = z.infer<typeof Case>

/** Under which name the cases of a measure are kept, and what one of them is. */
export interface CaseKind<T extends Case> {
  readonly measure: string
  readonly shape: z.ZodType<T>
}

export type CaseOf<K> = K extends CaseKind<infer T> ? T : never

/** What a new case begins with. */
export const newCase = (of: { id: string; number: number; village: string | null; ticket?: string | null }, now: Date) => ({
  ...of,
  ticket: of.ticket ?? null,
  openedAt: now,
  endedAt: null,
  version: 1,
})
