import { Worker } from 'node:worker_threads'
import { EXAMPLES } from '../classify/shipped-examples.ts'
import type { Example, LabelledText } from '../domain/example.ts'
import type { Trained, Trainer, Training } from '../ports/trained-models.ts'

const told = ({ text, kind, duty }: Example): LabelledText => ({ text, kind, duty })

/** Training takes all of a core for a while: it is done in a thread, so that the house goes on answering. `folder` holds the product's examples. */
export function createTrainer(folder: string = EXAMPLES): Trainer {
  let thread: Worker | null = null
  let isStopped = false
  let last: Promise<unknown> = Promise.resolve()

  function begin({ version, learned, before, talk }: Training): Promise<Trained> {
    if (isStopped) return Promise.reject(new Error('the house closes'))
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
  }

  return {
    // Several towns have the same night, and a moved clock has many: one after the other, for each fills a core and half a gigabyte.
    train(task) {
      const mine = last.then(() => begin(task))
      last = mine.catch(() => {})
      return mine
    },
    async stop() {
      isStopped = true
      await thread?.terminate()
    },
  }
}
