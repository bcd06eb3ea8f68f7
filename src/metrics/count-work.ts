import type { Channel } from '../ports/channel.ts'
import type { FrontDesk } from '../ports/front-desk.ts'
import type { Store } from '../ports/store.ts'
import type { Tally } from '../ports/tally.ts'

/** The same store, with what passes through it counted. */
export const countedStore = (store: Store, tally: Pick<Tally, 'written' | 'handled'>): Store => ({
  ...store,
  async record(messages, mark) {
    await store.record(messages, mark)
    tally.written(messages.length)
  },
  async handleNext(...asked) {
    const done = await store.handleNext(...asked)
    if (done !== 'busy') tally.handled(done.handled)
    return done
  },
})

export const countedDesk = (desk: FrontDesk, tally: Pick<Tally, 'written'>): FrontDesk => ({
  async take(said, machine) {
    const left = await desk.take(said, machine)
    tally.written(said.length - left.size)
    return left
  },
})

/** The same way of speaking, with what became of each post counted. How many it carries at once may change while it runs. */
export const countedChannel = (channel: Channel, tally: Pick<Tally, 'said'>): Channel => ({
  name: channel.name,
  get sideBySide() {
    return channel.sideBySide
  },
  buckets: (post) => channel.buckets(post),
  async say(post) {
    const said = await channel.say(post)
    tally.said(channel.name, said.outcome)
    return said
  },
})
