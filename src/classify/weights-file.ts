import { packTables, unpackTables } from '../weights/file.ts'
import { LAYERS, Weights } from './local-model.ts'

/** The layers stand in the file in the order of their list. */
export const packWeights = (weights: Weights): Buffer =>
  packTables({
    version: weights.version,
    features: weights.features,
    layers: Object.fromEntries(LAYERS.map((name) => [name, weights[name]])),
  })

export function unpackWeights(bytes: Buffer): Weights {
  const { version, features, layers } = unpackTables(bytes)
  return Weights.parse({ version, features, ...layers })
}
