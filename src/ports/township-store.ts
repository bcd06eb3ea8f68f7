import type { Township } from '../domain/township.ts'

/** What an import asks of the database. */
export interface TownshipStore {
  /** The township in use and whether it is the sample, or null where there is none. */
  active(): Promise<{ township: Township; sample: boolean } | null>
  /** What is still to be done, by whom and where: an import that takes away either has to say so first. */
  openMatters(): Promise<{ label: string; owner: string | null; place: string; village: string }[]>
  /**
   * All of it or nothing. People and groups that are gone stay behind for the tickets that name them; what they had in hand
   * goes to whoever holds their work now.
   */
  apply(township: Township, options: { replaceSample: boolean }): Promise<void>
}
