import { readFileSync } from 'node:fs'
import { unpackTables } from '../weights/file.ts'
import { type KnownNames, knownNames } from '../weights/known-names.ts'
import { type Heard, opened, scorer } from '../weights/layer.ts'
import type { Scene } from './define-command.ts'
import { piecesOf } from './pieces.ts'

/** What `npm run train orders` writes. */
export const SUGGESTER_FILE = new URL('suggester.bin', import.meta.url)
/** The only layer of the file. */
export const LAYER = 'order'

/** With fewer known pieces than this, each speaks no louder. */
const FEW = 4

/** How loudly each piece speaks: a story no louder than a word. */
export const weighedPieces = (pieces: readonly (readonly string[])[], known: KnownNames): Heard =>
  pieces.flatMap((names) => {
    const heard = names.flatMap((name) => known.get(name) ?? [])
    return heard.map((at) => ({ at, value: 1 / Math.sqrt(Math.max(heard.length, FEW)) }))
  })

/** What a line may want: the name of an order, or of what is none. */
export interface Suggestion {
  order: string
  sure: number
}

/** Below this a suggestion is no reason to ask. */
export const SURE = 0.6

type Suggester = (text: string, scene: Pick<Scene, 'cadreAt' | 'shorts'>) => Suggestion[]

export function openSuggester(bytes: Buffer): Suggester {
  const { features, layers } = unpackTables(bytes)
  const layer = layers[LAYER]
  if (!layer) throw new Error(`a file of weights without “${LAYER}”`)
  const known = knownNames(features)
  const read = scorer(opened(layer), layer.labels)
  return (text, scene) =>
    Object.entries(read(weighedPieces(piecesOf(text, scene), known)))
      .map(([order, sure]) => ({ order, sure }))
      .sort((a, b) => b.sure - a.sure)
}

let suggester: Suggester | null = null

/**
 * What a trained reader takes a line for, the likeliest first. It decides nothing: frames read orders, and this says in which order two are
 * offered, and whether what was read is worth asking back.
 */
export const suggest: Suggester = (text, scene) => {
  suggester ??= openSuggester(readFileSync(SUGGESTER_FILE))
  return suggester(text, scene)
}
