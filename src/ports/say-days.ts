import type { SayDay } from '../measures/say-day/facts.ts'

export interface SayDays {
  add(day: SayDay): Promise<void>
  change(day: SayDay): Promise<void>
  /** Of these villages, between these days, in order. */
  between(villages: readonly string[], fromDay: string, toDay: string): Promise<SayDay[]>
}
