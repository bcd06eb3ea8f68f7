import { z } from 'zod'
import { Case, type CaseKind } from '../../domain/case.ts'
import type { Ticket } from '../../domain/ticket.ts'

/** A hidden danger that a cadre found is a ticket, with its owner and its clocks; this remembers that it was found, not reported. */
const Found = Case.extend({ status: z.literal('found'), ticket: z.string(), by: z.string() })
export const FOUND: CaseKind<z.infer<typeof Found>> = { measure: 'hazard', shape: Found }

export interface Hazard {
  ticket: Ticket
  by: string
  at: Date
}
