import { hash as digest } from 'node:crypto'
import { Transform } from 'node:stream'

const NEWLINE = 10
const WORDS = 8

export interface Content {
  rows: number
  hash: string
}

/**
 * The hash of a table's rows that does not depend on their order: the SHA-256 of each line of its COPY text, added word by word.
 * The text itself passes through.
 */
export function hashingRows(): { through: Transform; content(): Content } {
  const sum = new Uint32Array(WORDS)
  let rows = 0
  let begun: Buffer[] = []
  const add = (row: Buffer) => {
    rows += 1
    const words = digest('sha256', row, 'buffer')
    for (let i = 0; i < WORDS; i++) sum[i] = (sum[i] ?? 0) + words.readUInt32BE(4 * i)
  }
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      let from = 0
      for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
        const rest = chunk.subarray(from, end)
        add(begun.length > 0 ? Buffer.concat([...begun, rest]) : rest)
        begun = []
        from = end + 1
      }
      // A line that goes on in the next chunk; a photo's goes on in many.
      if (from < chunk.length) begun.push(chunk.subarray(from))
      done(null, chunk)
    },
  })
  return { through, content: () => ({ rows, hash: [...sum].map((word) => word.toString(16).padStart(8, '0')).join('') }) }
}

/** One hash over the hashes of all tables, to be compared at a glance. */
export function hashOfAll(tables: readonly { name: string; hash: string }[]): string {
  const lines = tables.map(({ name, hash }) => `${name} ${hash}`).toSorted()
  return digest('sha256', lines.join('\n'))
}
