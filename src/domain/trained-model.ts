/** How well a model reads texts that were held back from it, each 0 to 1. */
export interface Scores {
  /** Mean F1 of the three kinds and of none. */
  kinds: number
  /** F1 of being a matter at all. */
  matter: number
  /** Share of the cadres' own held-back texts that it read rightly; 1 where there are none. */
  own: number
  /** How many of the product's texts it was examined with. */
  texts: number
}

/** Of the same held-back texts: what only the old one reads rightly, and what only the new one does. */
export interface Difference {
  lost: number
  won: number
}

export const MODEL_STATES = ['inUse', 'kept', 'refused'] as const
export type ModelState = (typeof MODEL_STATES)[number]

/** A local model that was trained here, with what it was compared to. */
export interface TrainedModel {
  version: string
  madeAt: Date
  /** The newest example it has seen, and how many it had. */
  upTo: Date
  examples: number
  scores: { old: Scores; new: Scores }
  state: ModelState
}

/**
 * Two trainings on nearly the same texts always differ in some answers. As long as what was lost outweighs what was won by no more
 * than such chance would (one standard deviation of the sign test), the new one is not worse.
 */
export const isNotWorse = ({ lost, won }: Difference): boolean => lost - won <= Math.sqrt(lost + won)
