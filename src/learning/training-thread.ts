// The thread that trains: started by trainer.ts, ends with its one answer.
import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { shippedExamples } from '../classify/shipped-examples.ts'
import { shippedWeights } from '../classify/shipped-weights.ts'
import { KINDS } from '../domain/judgement.ts'
import { retrain } from './retrain.ts'

const Text = z.object({ text: z.string(), kind: z.enum([...KINDS, 'none']), duty: z.string().nullable() })
const Task = z.object({ version: z.string(), folder: z.string(), before: z.array(Text), now: z.array(Text), talk: z.array(z.string()) })

// On Linux this is the thread's own priority; elsewhere it would slow the whole process.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW)
const { folder, ...task } = Task.parse(workerData)
parentPort?.postMessage(retrain({ ...task, shipped: shippedExamples(folder), base: shippedWeights() }))
