import { Unzip, UnzipInflate } from 'fflate'
import { Beyond, type Bounds } from './bounds.ts'

/** One part of a workbook, to be read in pieces or as a whole. */
export interface Entry {
  pieces(more: (text: string) => 'enough' | undefined, end: () => void): void
  whole(all: (text: string) => void): void
}

const CHUNK = 64 * 1024

/** Goes once over a workbook's bytes; `wanted` says who reads a part, and whoever reads it does so while it streams by. */
export function eachPart(bytes: Uint8Array, bounds: Bounds, wanted: (name: string) => ((part: Entry) => void) | null): void {
  const unzip = new Unzip()
  unzip.register(UnzipInflate)
  unzip.onfile = (file) => {
    const reader = wanted(file.name)
    if (!reader) return
    const pieces: Entry['pieces'] = (more, end) => {
      const decoder = new TextDecoder()
      let over = false
      file.ondata = (fault, data, final) => {
        if (fault) throw fault
        bounds.tick()
        if (!over && more(decoder.decode(data, { stream: !final })) === 'enough') over = true
        if (final) end()
      }
      file.start()
    }
    reader({
      pieces,
      whole(all) {
        let text = ''
        pieces(
          (piece) => {
            text += piece
            if (text.length > bounds.characters) throw new Beyond('too-big')
            return undefined
          },
          () => all(text),
        )
      },
    })
  }
  for (let at = 0; at < bytes.length; at += CHUNK) {
    bounds.tick()
    unzip.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length)
  }
}
