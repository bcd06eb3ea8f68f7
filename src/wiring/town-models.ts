import { join } from 'node:path'
import { shipped } from '../classify/classify.ts'
import type { LocalModel } from '../classify/local-model.ts'
import { modelInUse } from '../learning/model-in-use.ts'
import { modelShelfOf } from '../store/trained-models.ts'
import type { Database } from '../store/transaction.ts'

export interface TownModels {
  /** What reads in this town at the moment it is asked. */
  of(town: string): () => LocalModel
  /** Takes up what was trained or rolled back since, without a restart. */
  look(): Promise<void>
}

/** The local model of each town: its own where one was trained, else the product's. */
export function townModels(db: Database, dataDir: string): TownModels {
  const known = new Map<string, ReturnType<typeof modelInUse>>()
  return {
    of(town) {
      const model = known.get(town) ?? modelInUse({ shelf: modelShelfOf(db, town), shipped, folder: join(dataDir, 'models', town) })
      known.set(town, model)
      return model.read
    },
    async look() {
      for (const model of known.values()) await model.look()
    },
  }
}
