import type pg from 'pg'
import type { KeyRing, Keys } from './sealing/key-ring.ts'

/** What is asked so often that PostgreSQL keeps it ready. */
interface Prepared {
  name: string
  text: string
}

/**
 * The short way to the database, for the few statements that are asked for each message: prepared, by connections of its own, so that
 * whoever waits for an acknowledgement never waits for what is worked on. Nothing is sealed or opened on it.
 */
export interface Straight {
  ask<T extends pg.QueryResultRow>(prepared: Prepared, values: readonly unknown[]): Promise<T[]>
  /** For what is written on it. */
  keys(): Promise<Keys>
  close(): Promise<void>
}

export function straightTo(pool: pg.Pool, ring: Pick<KeyRing, 'keys'>): Straight {
  return {
    ask: async (prepared, values) => (await pool.query({ ...prepared, values: [...values] })).rows,
    keys: () => ring.keys(),
    close: () => pool.end(),
  }
}
