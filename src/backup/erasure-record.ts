import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { WISHES } from '../domain/forgotten.ts'

/** Beside the backups, for what was erased since the newest of them. */
const RECORD = 'erased.jsonl'

/** Of the person nothing but the id they had, by which an older backup is searched again. */
const Erased = z.object({ town: z.string(), id: z.string(), whom: z.string().min(1), at: z.coerce.date(), wish: z.enum(WISHES) })
export type Erased = z.infer<typeof Erased>

/** Adds what does not stand there yet; nothing is ever taken out of it. */
export async function keepErased(dir: string, erased: readonly Erased[]): Promise<void> {
  const text = await textOf(dir)
  const known = new Set(linesOf(text).map(({ town, id }) => `${town} ${id}`))
  const fresh = erased.filter(({ town, id }) => !known.has(`${town} ${id}`))
  if (fresh.length === 0) return
  await mkdir(dir, { recursive: true, mode: 0o700 })
  // A line that was cut off by a fault of power does not spoil the next.
  const start = text === '' || text.endsWith('\n') ? '' : '\n'
  const lines = fresh.map(({ town, id, whom, at, wish }) => `${JSON.stringify({ town, id, whom, at, wish })}\n`)
  await appendFile(join(dir, RECORD), `${start}${lines.join('')}`, { mode: 0o600, flush: true })
}

export const recordBeside = async (dir: string): Promise<Erased[]> => linesOf(await textOf(dir))

async function textOf(dir: string): Promise<string> {
  try {
    return await readFile(join(dir, RECORD), 'utf8')
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return ''
    throw fault
  }
}

const linesOf = (text: string): Erased[] => text.split('\n').flatMap((line) => Erased.safeParse(jsonOf(line)).data ?? [])

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
