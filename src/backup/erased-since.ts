import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { WISHES } from '../domain/forgotten.ts'
import { type Erased, recordBeside } from './erasure-record.ts'
import { fileOf, MANIFEST, Manifest } from './manifest.ts'

const TABLE = 'Erasure'

/** A line of the record of what was erased, as far as it has to be done again. */
const Row = z.object({ townId: z.string(), id: z.string(), whom: z.string().min(1), at: z.coerce.date(), wish: z.enum(WISHES) })

/** What the backups in these folders, and the record beside them, know to have been erased: one from before must not bring anybody back. */
export async function erasedBeside(folders: readonly string[]): Promise<Erased[]> {
  const found = new Map<string, Erased>()
  for (const folder of new Set(folders))
    for (const row of [...(await inBackups(folder)), ...(await recordBeside(folder))]) found.set(`${row.town} ${row.id}`, row)
  return [...found.values()].toSorted((a, b) => a.at.getTime() - b.at.getTime())
}

async function inBackups(folder: string): Promise<Erased[]> {
  const names = await readdir(folder).catch(() => [])
  return (await Promise.all(names.map((name) => recordIn(join(folder, name)).catch(() => [])))).flat()
}

/** Nothing of it holds a tab or a line's end: ids, a moment and a word. What the night took by itself it takes again. */
async function recordIn(backup: string): Promise<Erased[]> {
  const { tables } = Manifest.parse(JSON.parse(await readFile(join(backup, MANIFEST), 'utf8')))
  const table = tables.find((t) => t.name === TABLE)
  if (!table) return []
  const text = gunzipSync(await readFile(join(backup, fileOf(TABLE)))).toString('utf8')
  return text
    .split('\n')
    .map((line) => Object.fromEntries(line.split('\t').map((cell, at) => [table.columns[at] ?? '', cell])))
    .flatMap((cells) => Row.safeParse(cells).data ?? [])
    .map(({ townId, ...row }) => ({ town: townId, ...row }))
}
