import { Worker } from 'node:worker_threads'
import { EXAMPLES } from '../classify/shipped-examples.ts'
import type { Example, LabelledText } from '../domain/example.ts'
import type { Trained, Trainer } from '../ports/trained-models.ts'

const told = ({ text, kind, duty }: Example): LabelledText => ({ text, kind, duty })

/** Training takes all of a core for a while: it is done in a thread, so that the house goes on answering. `folder` holds the product's examples. */
export function createTrainer(folder: string = EXAMPLES): Trainer {
  let thread: Worker | null = null
  return {
    train({ version, learned, before, talk }) {
      const known = before ? learned.filter((e) => e.at <= before) : []
      const task = { version, folder, before: known.map(told), now: learned.map(told), talk }
      const worker = new Worker(new URL('./training-thread.ts', import.meta.url), { workerData: task })
      thread = worker
      return new Promise<Trained>((done, failed) => {
        worker.once('message', done)
        worker.once('error', failed)
        worker.once('exit', () => failed(new Error('the training ended without an answer')))
      }).finally(() => {
        thread = null
      })
    },
    async stop() {
      await thread?.terminate()
    },
  }
}
