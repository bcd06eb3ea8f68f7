import type { SpiritPlan, SpiritText } from '../measures/spirit/facts.ts'
import type { Cases } from './cases.ts'

/** The library of short texts, and how often a group may hear one. */
export interface Spirit extends Cases<SpiritText> {
  plan(): Promise<SpiritPlan>
  setPlan(plan: SpiritPlan): Promise<void>
}
