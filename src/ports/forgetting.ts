import type { CaseFate, Wish } from '../domain/forgotten.ts'

/** Somebody who stands in the roster or has spoken; or whoever had one matter told by a cadre and stands nowhere else. */
export type Whom = { person: string } | { matter: string }

export interface Erased {
  id: string
  /** How the record calls them. */
  whom: string
  /** How many rows of each table went or were emptied. */
  gone: Readonly<Record<string, number>>
  /** How many matters stay of which nobody can tell any more who told them. */
  matters: number
}

/** The part of the desk that forgets people. */
export interface Forgetting {
  /**
   * Takes out what is kept of somebody, leaves what a law wants kept, and puts on record that it was done. `fates` says it of the
   * measures. Null where nobody is found.
   */
  forget(whom: Whom, wish: Wish, fates: Readonly<Record<string, CaseFate>>): Promise<Erased | null>
}
