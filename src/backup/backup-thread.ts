// The thread that copies and compares: started by in-thread.ts, ends with its one answer.
import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { WORD } from './manifest.ts'
import { tryRestore } from './try-restore.ts'
import { writeBackup } from './write-backup.ts'

const Task = z.object({ what: z.enum(['write', 'try']), url: z.string(), dir: z.string(), closedWord: z.string() })

// On Linux this is the thread's own priority; elsewhere it would slow the whole process.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW)
const { what, url, dir, closedWord } = Task.parse(workerData)
if (what === 'write') parentPort?.postMessage((await writeBackup({ url, dir, now: () => new Date(), closedWord })).bytes)
// Whoever started this has tried the key.
else parentPort?.postMessage(await tryRestore({ url, dir, open: () => WORD }))
