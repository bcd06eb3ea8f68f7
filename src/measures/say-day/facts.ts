import { z } from 'zod'
import { Case, type CaseKind } from '../../domain/case.ts'

/** One point of a 说事日: an open matter, or words. */
const AgendaItem = z.object({
  ticket: z.string().nullable(),
  /** Fit for the group: never of a private matter. */
  text: z.string(),
  /** Why it waits, for those who call the village together; in the group nobody is shown up. */
  why: z.string(),
})
export type AgendaItem = z.infer<typeof AgendaItem>

/** 说事日: a day on which the village sits together over what waits. */
export const SayDay = Case.extend({
  status: z.enum(['planned', 'held', 'cancelled']),
  village: z.string(),
  day: z.string(),
  /** Minutes since midnight. */
  minute: z.number().int(),
  place: z.string(),
  by: z.string(),
  agenda: z.array(AgendaItem),
  /** Private matters that wait as well; talked over apart, told as a number. */
  apart: z.number().int(),
  attendance: z.number().int().nullable(),
  record: z.string(),
})
export type SayDay = z.infer<typeof SayDay>
export const SAY_DAYS: CaseKind<SayDay> = { measure: 'say-day', shape: SayDay }
