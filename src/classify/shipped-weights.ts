import { readFileSync } from 'node:fs'
import { type LocalModel, openModel, type Weights } from './local-model.ts'
import { unpackWeights } from './weights-file.ts'

/** What `npm run train` writes. */
export const WEIGHTS_FILE = new URL('local-model.bin', import.meta.url)

/** The weights that come with the product. */
export const shippedWeights = (): Weights => unpackWeights(readFileSync(WEIGHTS_FILE))

export const loadModel = (): LocalModel => openModel(shippedWeights())
