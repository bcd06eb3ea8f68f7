import type { Transaction } from '../transaction.ts'

/** One night's letting go of what is older than `before`. */
export interface Night {
  tx: Transaction
  town: string
  before: Date
  now: Date
  newId(): string
}
