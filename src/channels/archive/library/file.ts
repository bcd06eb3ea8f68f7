import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { ArchivedLine, ArchiveLibrary, FetchedMedia } from '../library.ts'
import { inTurn } from './in-turn.ts'
import { jsonOf } from './json.ts'
import { linesOfFolder } from './lines-of-folder.ts'

const written = z.object({
  seq: z.int(),
  msgid: z.string().catch(''),
  talk: z
    .union([z.record(z.string(), z.unknown()), z.string()])
    .nullable()
    .catch(null),
})

/** What another program fetches and writes down: `*.jsonl`, a line `{seq, msgid, talk}`, and media in files beside them. */
export function openFileLibrary(folder: string): ArchiveLibrary {
  const lines = linesOfFolder(folder)
  const next = inTurn()
  return {
    fetch: (after, limit) =>
      next(async () => {
        try {
          return { outcome: 'lines', lines: (await lines.after(after, limit)).flatMap(lineOf) }
        } catch (fault) {
          return { outcome: 'failed', why: whyOf(fault) }
        }
      }),
    media: (id, limit) => mediaOf(join(folder, 'media', nameOf(id)), limit),
    close: async () => {},
  }
}

function lineOf(text: string): ArchivedLine[] {
  const line = written.safeParse(jsonOf(text)).data
  if (!line) return []
  const talk = typeof line.talk === 'object' ? line.talk && JSON.stringify(line.talk) : line.talk
  const isOpen = talk !== null && jsonOf(talk) !== undefined
  return [{ seq: line.seq, msgid: line.msgid, talk: isOpen ? talk : null, why: isOpen ? null : 'cut off or not JSON' }]
}

/** An id that is no plain name, or too long for one, stands as its SHA-256 in hex. */
const nameOf = (id: string): string => (/^\w[\w.=-]{0,199}$/u.test(id) ? id : createHash('sha256').update(id).digest('hex'))

async function mediaOf(file: string, limit: number): Promise<FetchedMedia> {
  try {
    if ((await stat(file)).size > limit) return { outcome: 'too-big' }
    return { outcome: 'bytes', bytes: await readFile(file) }
  } catch (fault) {
    return { outcome: 'failed', why: whyOf(fault) }
  }
}

const whyOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault))
