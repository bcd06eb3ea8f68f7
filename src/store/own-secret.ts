import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeDir } from '../database/make-dir.ts'

/** A secret that is made once and kept in a file that only its owner reads. */
export function ownSecret(dataDir: string, name: string, make: () => string): string {
  const file = join(dataDir, name)
  makeDir(dataDir)
  try {
    // Only where there is none yet.
    writeFileSync(file, make(), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFileSync(file, 'utf8').trim()
}
