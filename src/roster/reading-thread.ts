// The thread that reads an uploaded workbook: started by read-apart.ts, ends with its one answer.
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { checkWorkbook } from './check.ts'
import { readBytes } from './read.ts'

const read = readBytes(z.instanceof(Uint8Array).parse(workerData))
parentPort?.postMessage('refused' in read ? read : checkWorkbook(read.sheets))
