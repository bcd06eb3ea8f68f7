import { isEar } from '../domain/second-ear.ts'
import type { IncomingMessage } from '../ports/store.ts'

/** Locks on conversations that several ears may write into, in one order; whoever records what they tell holds them. */
export const earsOf = (town: string, messages: readonly Pick<IncomingMessage, 'channel' | 'conversation'>[]): string[] =>
  [...new Set(messages.filter((m) => isEar(m.channel)).map((m) => `ears:${town}:${m.conversation}`))].toSorted()
