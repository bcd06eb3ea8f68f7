import { join } from 'node:path'
import { findInFiles } from './find-in-files.ts'
import type { Town } from './town.ts'

/** Which files of PostgreSQL hold any of these words: tables, indexes, what is written ahead, what is put aside while sorting, its log. */
export async function findInCluster(town: Town, words: readonly string[], since: number): Promise<string[]> {
  const [place] = await town.rows<{ dir: string; oid: number }>(
    `SELECT current_setting('data_directory') AS dir, oid::int FROM pg_database WHERE datname = current_database()`,
  )
  if (!place) throw new Error('no database')
  await town.sql('CHECKPOINT')
  const { dir, oid } = place
  return [
    ...findInFiles([join(dir, 'base', String(oid)), join(dir, 'global')], words),
    ...findInFiles([join(dir, 'pg_wal'), join(dir, '..', 'log')], words, since),
  ]
}
