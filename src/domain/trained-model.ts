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

/** Less than this between two scores is chance. */
const DIGITS = 3

/** Whether the new one may take the old one's place: in no respect worse. */
export const isNotWorse = (older: Scores, newer: Scores): boolean =>
  (['kinds', 'matter', 'own'] as const).every((what) => Number(newer[what].toFixed(DIGITS)) >= Number(older[what].toFixed(DIGITS)))
