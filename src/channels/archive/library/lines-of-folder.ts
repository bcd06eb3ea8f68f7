import { createReadStream } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { jsonOf } from './json.ts'

/** Where a line stands. */
interface Place {
  file: string
  start: number
  length: number
}

const NEWLINE = 0x0a

/** The lines of a folder's `*.jsonl` by their seq. Others append to them meanwhile, so each look reads on where the last one ended. */
export function linesOfFolder(folder: string): { after(seq: number, limit: number): Promise<string[]> } {
  const places = new Map<number, Place>()
  const ends = new Map<string, { inode: number; end: number }>()
  let from = 0

  function forget(): void {
    places.clear()
    ends.clear()
  }

  function keep(text: string, place: Place): void {
    const line = jsonOf(text)
    const seq = typeof line === 'object' && line !== null && 'seq' in line ? line.seq : null
    if (typeof seq === 'number' && Number.isSafeInteger(seq) && seq > from && !places.has(seq)) places.set(seq, place)
  }

  async function readOn(file: string): Promise<void> {
    const { ino: inode, size } = await stat(join(folder, file))
    const before = ends.get(file)
    if (before && (before.inode !== inode || before.end > size)) throw new Error(`${file} was written anew`)
    let start = before?.end ?? 0
    let rest: Buffer<ArrayBufferLike> = Buffer.alloc(0)
    for await (const chunk of createReadStream(join(folder, file), { start })) {
      rest = Buffer.concat([rest, chunk])
      for (let end = rest.indexOf(NEWLINE); end >= 0; end = rest.indexOf(NEWLINE)) {
        keep(rest.toString('utf8', 0, end), { file, start, length: end })
        rest = rest.subarray(end + 1)
        start += end + 1
      }
    }
    // The last line may be half written: it is looked at again, whole or not.
    keep(rest.toString(), { file, start, length: rest.length })
    ends.set(file, { inode, end: start })
  }

  async function look(): Promise<void> {
    const files = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort()
    for (const file of files) await readOn(file)
  }

  return {
    async after(seq, limit) {
      try {
        if (seq < from) forget()
        from = seq
        for (const passed of places.keys()) if (passed <= seq) places.delete(passed)
        await look()
        const next = [...places.keys()].sort((a, b) => a - b).slice(0, limit)
        return await textsAt(
          folder,
          next.flatMap((n) => places.get(n) ?? []),
        )
      } catch (fault) {
        // From the beginning next time.
        forget()
        throw fault
      }
    },
  }
}

async function textsAt(folder: string, places: readonly Place[]): Promise<string[]> {
  const files = new Map<string, Awaited<ReturnType<typeof open>>>()
  try {
    const texts: string[] = []
    for (const { file, start, length } of places) {
      const handle = files.get(file) ?? (await open(join(folder, file)))
      files.set(file, handle)
      const { buffer } = await handle.read(Buffer.alloc(length), 0, length, start)
      texts.push(buffer.toString())
    }
    return texts
  } finally {
    for (const handle of files.values()) await handle.close()
  }
}
