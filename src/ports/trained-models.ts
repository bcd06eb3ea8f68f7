import type { Example } from '../domain/example.ts'
import type { Scores, TrainedModel } from '../domain/trained-model.ts'

/** What a desk knows of the models trained here. */
export interface TrainedModels {
  /** The newest training, whatever became of it. */
  lastTraining(): Promise<TrainedModel | null>
  /** Puts it into use at once unless it is refused; `weights` is the whole file. */
  keepModel(model: Omit<TrainedModel, 'madeAt' | 'state'> & { weights: string | null }): Promise<void>
}

/** The models of one town, for the reader that uses them and for whoever runs it. */
export interface ModelShelf {
  list(): Promise<TrainedModel[]>
  /** The version in use; null: the one that comes with the product. */
  inUse(): Promise<string | null>
  /** The whole file, or null where there is none of this version. */
  weights(version: string): Promise<string | null>
  /** False where there is no such version with weights. Null puts the product's own back into use. */
  use(version: string | null): Promise<boolean>
}

export interface Trained {
  weights: string | null
  scores: { old: Scores; new: Scores }
}

export interface Training {
  version: string
  learned: readonly Example[]
  /** Until when `learned` was known to the last training. */
  before: Date | null
  /** What was said and became nothing; it goes into the weights and nowhere else. */
  talk: readonly string[]
}

/** Trains in a thread of its own; one at a time. */
export interface Trainer {
  train(task: Training): Promise<Trained>
  stop(): Promise<void>
}
