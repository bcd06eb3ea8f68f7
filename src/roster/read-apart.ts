import { Worker } from 'node:worker_threads'
import type { Checked } from './check.ts'
import type { Refused } from './read.ts'

const MEGABYTES = 512

/**
 * What an uploaded workbook says, read in a thread of bounded memory: a table that is made to hurt may take all of its twenty
 * seconds, and the house goes on answering meanwhile.
 */
export function readApart(bytes: Uint8Array): Promise<Checked | { refused: Refused }> {
  const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
  })
  return new Promise((done, failed) => {
    worker.once('message', done)
    worker.once('error', (fault) =>
      'code' in fault && fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? done({ refused: 'too-big' }) : failed(fault),
    )
    worker.once('exit', () => failed(new Error('the reading ended without an answer')))
  })
}
