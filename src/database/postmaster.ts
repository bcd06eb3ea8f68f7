import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { isAlive } from './process-life.ts'

export interface Postmaster {
  pid: number
  port: number
  ready: boolean
}

/** What postmaster.pid says: process, directory, start, port, socket, address, memory, state. */
export function readPostmaster(cluster: string): Postmaster | null {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  return { pid: Math.abs(Number(lines[0])), port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === 'ready' }
}

export type Answer = 'yes' | 'wait' | 'no-database' | 'no'

/** Whether our PostgreSQL answers there, with our password. */
export async function ask(url: string): Promise<Answer> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return 'yes'
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === '3D000') return 'no-database'
    // 57P03: starting up, recovering or going down. Without a code: a machine that is out of breath, and nothing was said yet.
    return code === '57P03' || code === undefined ? 'wait' : 'no'
  } finally {
    await client.end().catch(() => {})
  }
}

/** Ends a server we may not have started ourselves: first with its work put in order, then at once. */
export async function endPostmaster(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    if (await gone(pid, 30_000)) return
  }
}

async function gone(pid: number, within: number): Promise<boolean> {
  for (const until = Date.now() + within; Date.now() < until; await sleep(10)) {
    if (!isAlive(pid)) return true
  }
  return false
}
