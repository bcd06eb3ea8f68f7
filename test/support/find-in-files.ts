import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { unzipSync } from 'fflate'

const within = (path: string): string[] =>
  statSync(path).isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name)) : [path]

/** What a file holds: as it is, and unpacked where it is packed. */
function contentsOf(bytes: Buffer): Buffer[] {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return [bytes, gunzipSync(bytes)]
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004')
    return [bytes, ...Object.values(unzipSync(bytes)).map((part) => Buffer.from(part))]
  return [bytes]
}

const written = (word: string): Buffer[] => [
  Buffer.from(word),
  Buffer.from(word, 'utf16le'),
  // As JSON and addresses may say it.
  Buffer.from(JSON.stringify(word).replace(/\P{ASCII}/gu, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)),
  Buffer.from(encodeURIComponent(word)),
]

/** Which files below these places, changed since a moment, hold any of these words, byte by byte. */
export function findInFiles(places: readonly string[], words: readonly string[], since = 0): string[] {
  const sought = words.flatMap(written)
  return places.flatMap(within).filter((path) => {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (!stat?.isFile() || stat.mtimeMs < since) return false
    const contents = contentsOf(readFileSync(path))
    return sought.some((bytes) => contents.some((it) => it.includes(bytes)))
  })
}
