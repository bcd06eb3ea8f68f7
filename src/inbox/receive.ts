import { visible } from '../domain/visible.ts'
import type { IncomingMessage, Store } from '../ports/store.ts'

const BATCH = 64

/**
 * Messages that arrive together are written by one insert, and each is acknowledged after the commit: `receive` resolves when
 * the message is durable, and rejects when it is not, so that the channel repeats it.
 */
export function createReceive(store: Pick<Store, 'record'>, received: () => void): (message: IncomingMessage) => Promise<void> {
  let waiting: { message: IncomingMessage; done: () => void; failed: (fault: unknown) => void }[] = []
  let writing = false

  const write = async () => {
    writing = true
    while (waiting.length > 0) {
      const batch = waiting.slice(0, BATCH)
      waiting = waiting.slice(BATCH)
      try {
        await store.record(batch.map((w) => w.message))
        for (const w of batch) w.done()
      } catch (fault) {
        for (const w of batch) w.failed(fault)
      }
    }
    writing = false
    received()
  }

  return (message) =>
    new Promise((done, failed) => {
      // Every door ends here, the sandbox's too.
      waiting.push({ message: { ...message, text: visible(message.text) }, done, failed })
      // One turn of the loop later, so that what arrived in this one goes together.
      if (!writing) {
        writing = true
        setImmediate(write)
      }
    })
}
