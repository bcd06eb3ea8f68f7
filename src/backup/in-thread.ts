import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { type BackupFault, TRIAL_FAULTS, type TrialFault } from '../domain/backup.ts'
import { MANIFEST, Manifest, WORD } from './manifest.ts'

/** @throws where it was stopped in the middle. */
export interface Copying {
  /** How many bytes it became, or why not. */
  write(dir: string): Promise<{ bytes: number } | { why: BackupFault; fault: unknown }>
  /** Null where all of it came back. */
  try(dir: string): Promise<{ why: TrialFault | null; fault?: unknown }>
  stop(): Promise<void>
}

interface Key {
  close(plain: string): string
  open(closed: string): string
}

const NO_ROOM = /ENOSPC/u
const NO_WAY = /EACCES|EPERM|EROFS|ENOTDIR/u

/** Copies and compares in a thread, so that the house goes on answering. */
export function copyingInThread(url: string, key: Key): Copying {
  let thread: Worker | null = null
  let isStopped = false
  function run(what: 'write' | 'try', dir: string): Promise<unknown> {
    const worker = new Worker(new URL('./backup-thread.ts', import.meta.url), {
      workerData: { what, url, dir, closedWord: key.close(WORD) },
    })
    thread = worker
    return new Promise((done, failed) => {
      worker.once('message', done)
      worker.once('error', failed)
      worker.once('exit', () => failed(new Error('the copying ended without an answer')))
    }).finally(() => {
      thread = null
    })
  }
  const isOurs = async (dir: string): Promise<boolean> => {
    const { closedWord } = Manifest.parse(JSON.parse(await readFile(join(dir, MANIFEST), 'utf8')))
    try {
      return key.open(closedWord) === WORD
    } catch {
      return false
    }
  }
  return {
    async write(dir) {
      try {
        return { bytes: z.number().parse(await run('write', dir)) }
      } catch (fault) {
        if (isStopped) throw fault
        const said = String(fault)
        return { why: NO_ROOM.test(said) ? 'full' : NO_WAY.test(said) ? 'unwritable' : 'fault', fault }
      }
    },
    async try(dir) {
      try {
        if (!(await isOurs(dir))) return { why: 'other-key' }
        return {
          why: z
            .enum(TRIAL_FAULTS)
            .nullable()
            .parse(await run('try', dir)),
        }
      } catch (fault) {
        if (isStopped) throw fault
        return { why: 'fault', fault }
      }
    },
    async stop() {
      isStopped = true
      await thread?.terminate()
    },
  }
}
