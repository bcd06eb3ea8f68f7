import { z } from 'zod'
import { Layer } from './layer.ts'

const Table = Layer.omit({ weights: true })
const Head = z.object({ version: z.string(), names: z.int(), layers: z.record(z.string(), Table) })
const LENGTH_BYTES = 4
/** Half of a face stands in some names: only here it comes back as it was, and a Chinese letter takes two bytes instead of three. */
const NAMES = 'utf16le'

/** The known features, one a line, and the layers over them, in the order of the file. */
export interface Tables {
  version: string
  features: string
  layers: Readonly<Record<string, Layer>>
}

/**
 * The weights as the product carries them: the length of a head, the head as JSON, the names, then a table of bytes a layer. As text
 * they would be a third longer.
 */
export function packTables({ version, features, layers }: Tables): Buffer {
  const names = Buffer.from(features, NAMES)
  const tables = Object.values(layers).map((layer) => Buffer.from(layer.weights, 'base64'))
  const heads = Object.fromEntries(Object.entries(layers).map(([name, layer]) => [name, Table.parse(layer)]))
  const head = Buffer.from(JSON.stringify({ version, names: names.length, layers: heads }))
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32LE(head.length)
  return Buffer.concat([length, head, names, ...tables])
}

export function unpackTables(bytes: Buffer): Tables {
  let at = 0
  const next = (length: number): Buffer => {
    at += length
    return bytes.subarray(at - length, at)
  }
  const head = Head.parse(JSON.parse(next(next(LENGTH_BYTES).readUInt32LE()).toString()))
  const features = next(head.names).toString(NAMES)
  const layers = Object.entries(head.layers).map(([name, table]): [string, Layer] => [
    name,
    { ...table, weights: next(table.rows * table.labels.length).toString('base64') },
  ])
  return { version: head.version, features, layers: Object.fromEntries(layers) }
}
