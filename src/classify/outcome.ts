import type { Outcome } from '../domain/judgement.ts'
import type { Talk } from '../domain/talk.ts'
import type { Evidence } from './evidence.ts'

interface Seen {
  /** Probability that it is a matter. */
  matter: number
  evidence: Evidence
  talk: Talk
}

const SURE = 0.9
const PERHAPS = 0.4

/** A ticket opens by itself only where reader and evidence agree; whatever lacks one of them is listed. */
export function outcomeOf({ matter, evidence }: Seen): Outcome {
  if (matter >= SURE && evidence.thing && evidence.trouble) return 'open'
  return matter >= PERHAPS ? 'list' : 'leave'
}
