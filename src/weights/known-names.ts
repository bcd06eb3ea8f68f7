/** Twice as many places as names, so that most are found where they are first looked for. */
const ROOM = 2

/** FNV-1a over the letters of a name. */
function hashOf(text: string, from: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

/** Which number a name has, or none. */
export interface KnownNames {
  get(name: string): number | undefined
}

/** Where each line ends. */
function endsOf(lines: string): Int32Array {
  const ends: number[] = []
  for (let at = lines.indexOf('\n'); at >= 0; at = lines.indexOf('\n', at + 1)) ends.push(at)
  return Int32Array.from([...ends, lines.length])
}

/**
 * The names of the features, one a line, under their numbers. They stay one long string with a table of places beside it: to cut a
 * hundred thousand names out of it and put them into a map takes a quarter of a second at every start.
 */
export function knownNames(lines: string): KnownNames {
  const ends = endsOf(lines)
  const mask = 2 ** Math.ceil(Math.log2(ends.length * ROOM)) - 1
  const table = new Int32Array(mask + 1).fill(-1)
  const startOf = (n: number) => (n === 0 ? 0 : (ends[n - 1] ?? 0) + 1)
  for (const [n, end] of ends.entries()) {
    let place = hashOf(lines, startOf(n), end) & mask
    while (table[place] !== -1) place = (place + 1) & mask
    table[place] = n
  }
  return {
    get(name) {
      let place = hashOf(name, 0, name.length) & mask
      for (let n = table[place] ?? -1; n >= 0; n = table[place] ?? -1) {
        const from = startOf(n)
        if (ends[n] === from + name.length && lines.startsWith(name, from)) return n
        place = (place + 1) & mask
      }
      return undefined
    },
  }
}
