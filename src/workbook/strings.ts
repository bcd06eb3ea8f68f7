import { Beyond, type Bounds } from './bounds.ts'
import type { Entry } from './parts.ts'
import { textsIn } from './xml.ts'

const ITEM = /<(?:\w+:)?si(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/gu

/** The texts that cells refer to by number. */
export function readStrings(part: Entry, { characters, cells }: Bounds, done: (all: string[]) => void): void {
  const all: string[] = []
  let rest = ''
  let length = 0
  part.pieces(
    (piece) => {
      rest += piece
      let read = 0
      for (const found of rest.matchAll(ITEM)) {
        const text = textsIn(found[1] ?? '')
        length += text.length
        all.push(text)
        read = found.index + found[0].length
      }
      rest = rest.slice(read)
      if (length + rest.length > characters || all.length > cells) throw new Beyond('too-big')
      return undefined
    },
    () => done(all),
  )
}
