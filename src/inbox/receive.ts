import { inBatches } from '../domain/in-batches.ts'
import { visible } from '../domain/visible.ts'
import type { FrontDesk, SaidAlone } from '../ports/front-desk.ts'
import type { IncomingMessage, Store } from '../ports/store.ts'

const BATCH = 128

/**
 * Messages that arrive together are written by one insert, and each is acknowledged after the commit: `receive` resolves when
 * the message is durable, and rejects when it is not, so that the channel repeats it.
 */
export function createReceive(store: Pick<Store, 'record'>, received: () => void): (message: IncomingMessage) => Promise<void> {
  const keep = inBatches<IncomingMessage, void>(BATCH, async (messages) => {
    await store.record(messages)
    received()
    return Array.from<void>({ length: messages.length })
  })
  // Every door ends here, the sandbox's too.
  return (message) => keep({ ...message, text: visible(message.text) })
}

/** The same for words that somebody says alone, on their short way. False: they were left, and go the longer one. */
export const createReceiveAlone = (desk: FrontDesk, machine: () => Date, received: () => void): ((said: SaidAlone) => Promise<boolean>) =>
  inBatches<SaidAlone, boolean>(BATCH, async (said) => {
    const left = await desk.take(said, machine())
    if (left.size < said.length) received()
    return said.map((it) => !left.has(it))
  })
