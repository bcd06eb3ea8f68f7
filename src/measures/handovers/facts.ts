import { z } from 'zod'
import { addWorkingDays, type Calendar, endOfWorkOn } from '../../domain/calendar.ts'
import { Case, type CaseKind } from '../../domain/case.ts'
import { dayName, dayNumber } from '../../domain/moments.ts'
import { POLICE_MATTERS } from '../../domain/police-matter.ts'

export const DESTINATIONS = ['hotline', 'governance', 'court', 'petitionBureau', 'arbitration', 'police'] as const
export type Destination = (typeof DESTINATIONS)[number]

interface Theirs {
  /** How long they take; null where no limit is known, so that whoever hands over asks for a date. */
  days: number | null
  working: boolean
  /** Where the limit stands. Null: an example from elsewhere, set by the township (本镇设定). */
  basis: 'petition22' | 'petition34' | 'civil126' | 'arbitration47' | null
}

/**
 * The other system's clock, which runs beside ours. 12345: complaints within ten days, as 晴隆县 has it. Petition bureau: routed within 15 days (《信访工作条例》
 * art. 22). Court: 立案 within 7 days (《民事诉讼法》 art. 126). Land arbitration: 60 days (《农村土地承包经营纠纷调解仲裁法》 art. 47).
 */
export const THEIR_CLOCKS: Readonly<Record<Destination, Theirs>> = {
  hotline: { days: 10, working: false, basis: null },
  governance: { days: null, working: false, basis: null },
  court: { days: 7, working: false, basis: 'civil126' },
  petitionBureau: { days: 15, working: false, basis: 'petition22' },
  arbitration: { days: 60, working: false, basis: 'arbitration47' },
  police: { days: null, working: false, basis: null },
}

export function theirDue(to: Destination, from: Date, calendar: Calendar): Date | null {
  const { days, working } = THEIR_CLOCKS[to]
  if (days === null) return null
  return working ? addWorkingDays(from, days, calendar) : endOfWorkOn(dayName(dayNumber(from) + days))
}

/** Something that another office has in hand now: with its number there, and its clock. */
export const Handover = Case.extend({
  status: z.enum(['sent', 'answered', 'returned']),
  to: z.enum(DESTINATIONS),
  reference: z.string().nullable(),
  /** Told to whom it is handed over; a police matter has no ticket that would hold its words. */
  text: z.string(),
  matter: z.enum(POLICE_MATTERS).nullable(),
  by: z.string().nullable(),
  /** Who told it, and hears of the answer. */
  reporter: z.string().nullable(),
  /** When they are to have answered. */
  due: z.coerce.date().nullable(),
  answer: z.string().nullable(),
})
export type Handover = z.infer<typeof Handover>
export const HANDOVERS: CaseKind<Handover> = { measure: 'handover', shape: Handover }
