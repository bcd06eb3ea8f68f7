import { Worker } from 'node:worker_threads'
import type { Holds } from './letters.ts'

// The side process: hands letters on between the process that watches it and the thread that has the library in it, tells how much
// memory it holds, and goes when it is alone.

const HEAP_MB = 128
const LOOK_MS = 250

const thread = new Worker(new URL('./sdk-thread.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } })
const say = (word: unknown) => process.send?.(word)

thread.on('message', say)
thread.on('error', () => process.exit(1))
process.on('message', (letter) => thread.postMessage(letter))
setInterval(() => say({ holds: process.memoryUsage.rss() } satisfies Holds), LOOK_MS)

// Ctrl-C reaches the whole group; the one who watches decides.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})
// Not `exit`: that waits for a thread which may hang in native code.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
