import type { Measurement } from './facts.ts'
import type { Mediation } from './facts-mediation.ts'

/** All that the printed record of one dispute tells: looked up beforehand, so that printing needs nothing else. */
export interface DisputeRecord {
  label: string
  village: string
  place: string
  township: string
  title: string
  openedAt: Date
  printedAt: Date
  measurements: readonly { measurement: Measurement; by: string }[]
  mediations: readonly { mediation: Mediation; mediator: string; names: ReadonlyMap<string, string> }[]
  /** The last hash of each history, so that a paper can be checked against what is kept. */
  checks: readonly { what: string; hash: string }[]
}
