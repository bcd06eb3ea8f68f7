import { z } from 'zod'
import { Case, type CaseKind } from '../../domain/case.ts'

/** When a text fits: any day, or a season of the year or a festival. */
export const OCCASIONS = ['any', 'newYear', 'spring', 'partyDay', 'flood', 'harvest', 'elders', 'nationalDay', 'winter'] as const
export type Occasion = (typeof OCCASIONS)[number]

/** From one day of the year to another, both included, as MM-DD. What follows the moon (春节, 重阳) is given room around it. */
const SEASONS: Readonly<Record<Exclude<Occasion, 'any'>, readonly [from: string, to: string]>> = {
  newYear: ['01-20', '02-20'],
  spring: ['03-10', '05-15'],
  partyDay: ['06-25', '07-05'],
  flood: ['06-10', '09-20'],
  harvest: ['09-10', '10-25'],
  elders: ['10-05', '10-31'],
  nationalDay: ['09-28', '10-07'],
  winter: ['11-20', '01-10'],
}

const fitsDay = (occasion: Occasion, day: string): boolean => {
  if (occasion === 'any') return true
  const [from, to] = SEASONS[occasion]
  const at = day.slice(5)
  return from <= to ? at >= from && at <= to : at >= from || at <= to
}

export const SpiritText = Case.extend({ status: z.enum(['inUse', 'stopped']), occasion: z.enum(OCCASIONS), text: z.string() })
export type SpiritText = z.infer<typeof SpiritText>
export const TEXTS: CaseKind<SpiritText> = { measure: 'spirit', shape: SpiritText }

/** A group hears no two within a week, however the plan is set. */
export const LEAST_DAYS = 7
export const LONGEST_TEXT = 60

/** How often a group may hear one; null: the plan rests, as it does until a leader sets it. The last one that was set counts. */
const SpiritPlan = Case.extend({ status: z.literal('set'), everyDays: z.number().int().nullable() })
export const PLANS: CaseKind<z.infer<typeof SpiritPlan>> = { measure: 'spirit-plan', shape: SpiritPlan }

/**
 * The text for one group on one day: one that fits the season before one that fits any day, and of those the one this group
 * has not heard the longest. `heard` holds numbers, the latest first.
 */
export function chooseText(texts: readonly SpiritText[], day: string, heard: readonly number[]): SpiritText | null {
  const fitting = texts.filter((t) => t.status === 'inUse' && fitsDay(t.occasion, day))
  const staleness = (t: SpiritText) => (heard.includes(t.number) ? heard.indexOf(t.number) : heard.length + 1)
  const fresh = (t: SpiritText) => !heard.slice(0, fitting.length - 1).includes(t.number)
  return (
    fitting.toSorted(
      (a, b) =>
        Number(fresh(b)) - Number(fresh(a)) ||
        Number(a.occasion === 'any') - Number(b.occasion === 'any') ||
        staleness(b) - staleness(a) ||
        a.number - b.number,
    )[0] ?? null
  )
}
