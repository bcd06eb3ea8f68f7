import { z } from 'zod'

/** What stands in manifest.json beside a backup's tables. */
export const Manifest = z.object({
  format: z.literal('shuoshi-backup-1'),
  madeAt: z.iso.datetime(),
  seconds: z.number(),
  /** What had been applied: a restore builds the tables of that day, loads them, and goes on to today's. */
  migrations: z.array(z.string()).min(1),
  /** A word closed with the key at hand; whoever restores must be able to open it. */
  closedWord: z.string(),
  tables: z.array(
    z.object({
      name: z.string().regex(/^\w+$/),
      columns: z.array(z.string().regex(/^\w+$/)),
      rows: z.number().int(),
      hash: z.string(),
    }),
  ),
  sequences: z.array(z.object({ name: z.string().regex(/^\w+$/), value: z.string().regex(/^\d+$/), called: z.boolean() })),
  /** One hash over all tables. */
  hash: z.string(),
})
export type Manifest = z.infer<typeof Manifest>

/** What is closed to see later whether the key at hand is the one of then. */
export const WORD = 'shuoshi'

export const MANIFEST = 'manifest.json'

/** A table's rows, as COPY writes them, gzipped. */
export const fileOf = (table: string): string => `${table}.copy.gz`
