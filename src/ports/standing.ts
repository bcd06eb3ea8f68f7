import type { ChannelName } from '../domain/capability.ts'
import type { PostState } from './speech.ts'

/** So many of something, and the moment of the oldest; null where there is none. */
export interface Queue {
  count: number
  oldest: Date | null
}

/** How one town's work stands at a moment: what the operator's page and a monitor both read, so that they never disagree. */
export interface Standing {
  town: string
  /** Heard and not yet handled. By the product's clock, like the two below. */
  unhandled: Queue
  /** To be told, and not yet on their way. */
  notices: Queue
  /** Due and not yet done. */
  work: Queue
  /** Posts that are not settled, or that a person must decide about. Machine time. */
  posts: (Queue & { channel: ChannelName; state: PostState })[]
  /** `opened`: of all time; `open`: being worked on or waiting; `overdue`: beyond the day by which they were to be done. */
  tickets: { opened: number; open: number; overdue: number }
  /** Askings of the language model today, and those that came to nothing. */
  model: { asked: number; failed: number }
}
