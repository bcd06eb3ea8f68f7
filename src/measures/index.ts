import type { Wing } from './define-wing.ts'
import { exemplarsWing } from './exemplars/wing.ts'

/** Every wing, in the order of the source text. */
export const WINGS: readonly Wing[] = [exemplarsWing]
