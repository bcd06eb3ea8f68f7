import { z } from 'zod'
import { LAYERS, Layer, type Weights } from './local-model.ts'

const Table = Layer.omit({ weights: true })
const Head = z.object({ version: z.string(), names: z.int(), layers: z.record(z.enum(LAYERS), Table) })
const LENGTH_BYTES = 4
/** Half of a face stands in some names: only here it comes back as it was, and a Chinese letter takes two bytes instead of three. */
const NAMES = 'utf16le'

/**
 * The weights as the product carries them: the length of a head, the head as JSON, the names, then a table of bytes a layer. As text
 * they would be a third longer.
 */
export function packWeights(weights: Weights): Buffer {
  const names = Buffer.from(weights.features, NAMES)
  const tables = LAYERS.map((name) => Buffer.from(weights[name].weights, 'base64'))
  const layers = Object.fromEntries(LAYERS.map((name) => [name, Table.parse(weights[name])]))
  const head = Buffer.from(JSON.stringify({ version: weights.version, names: names.length, layers }))
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32LE(head.length)
  return Buffer.concat([length, head, names, ...tables])
}

export function unpackWeights(bytes: Buffer): Weights {
  let at = 0
  const next = (length: number): Buffer => {
    at += length
    return bytes.subarray(at - length, at)
  }
  const head = Head.parse(JSON.parse(next(next(LENGTH_BYTES).readUInt32LE()).toString()))
  const features = next(head.names).toString(NAMES)
  const layer = (name: (typeof LAYERS)[number]): Layer => {
    const table = head.layers[name]
    return { ...table, weights: next(table.rows * table.labels.length).toString('base64') }
  }
  const [kind, level, duty] = [layer('kind'), layer('level'), layer('duty')]
  const [danger, sensitivity] = [layer('danger'), layer('sensitivity')]
  return { version: head.version, features, kind, level, duty, danger, sensitivity }
}
