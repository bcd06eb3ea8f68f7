import type { Township } from '../domain/township.ts'

/** What an import asks of the database. */
export interface TownshipStore {
  /** The township in use and whether it is the sample, or null where there is none. */
  active(): Promise<{ township: Township; sample: boolean } | null>
  /** All of it or nothing; people and groups that are gone stay behind for the tickets that name them. */
  apply(township: Township, options: { replaceSample: boolean }): Promise<void>
}
