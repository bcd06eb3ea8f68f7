import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { uptime } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartRefused } from '../domain/start-fault.ts'
import { makeDir } from './make-dir.ts'
import { isAlive, isNode, processBirth } from './process-life.ts'

interface Holder {
  pid: number
  birth: string | null
  at: number
}

export interface DataLock {
  release(): void
}

/** One process of ours per data directory. The file survives a kill −9; whether its holder lives is looked up. */
export async function lockDataDir(dir: string): Promise<DataLock> {
  makeDir(dir)
  const file = join(dir, 'shuoshi.lock')
  const mine = join(dir, `shuoshi.lock.${process.pid}`)
  const holder: Holder = { pid: process.pid, birth: processBirth(process.pid), at: Date.now() }
  writeFileSync(mine, JSON.stringify(holder), { mode: 0o644 })
  try {
    for (;;) {
      if (take(mine, file)) return { release: () => releaseIfMine(file) }
      const other = readHolder(file)
      if (other !== null && holds(other)) throw new StartRefused({ fault: 'data-dir-in-use', dir, pid: other.pid })
      // Whoever finds a dead holder's lock puts its own in place; of two that do so at once the last one has it.
      renameSync(mine, file)
      await sleep(50)
      const now = readHolder(file)
      if (now?.pid === process.pid) return { release: () => releaseIfMine(file) }
      throw new StartRefused({ fault: 'data-dir-in-use', dir, pid: now?.pid ?? 0 })
    }
  } finally {
    rmSync(mine, { force: true })
  }
}

// A link appears with its content or not at all, so nobody reads half a lock.
function take(mine: string, file: string): boolean {
  try {
    linkSync(mine, file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    // Some file systems (FAT, network drives) have no links.
    try {
      writeFileSync(file, readFileSync(mine), { flag: 'wx' })
      return true
    } catch (second) {
      if (second instanceof Error && 'code' in second && second.code === 'EEXIST') return false
      throw second
    }
  }
}

function holds(other: Holder): boolean {
  if (other.pid === process.pid || !isAlive(other.pid)) return false
  const birth = processBirth(other.pid)
  if (birth !== null && other.birth !== null) return birth === other.birth
  // Where a process's birth cannot be read (Windows, macOS): a lock older than the machine's own start belongs to nobody, and
  // neither does one whose number is another program's now.
  return other.at > Date.now() - uptime() * 1000 && isNode(other.pid)
}

function readHolder(file: string): Holder | null {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof read !== 'object' || read === null || !('pid' in read) || typeof read.pid !== 'number') return null
    const birth = 'birth' in read && typeof read.birth === 'string' ? read.birth : null
    return { pid: read.pid, birth, at: 'at' in read && typeof read.at === 'number' ? read.at : 0 }
  } catch {
    return null
  }
}

function releaseIfMine(file: string): void {
  if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true })
}
