import { Prisma } from '../generated/client.ts'
import type { Transaction } from '../transaction.ts'
import type { Redactor } from './redact.ts'

/** Somebody who is being forgotten, with everything by which their rows are found. */
export interface Erasing {
  tx: Transaction
  town: string
  now: Date
  /** Empty where a cadre told it for somebody who stands in no table. */
  person: string
  /** Takes their id's place in what stays. */
  nobody: string
  /** They acted in an office: their name stays with what they did there. */
  served: boolean
  /** The matters they told; those to which they only added or said 我家也是. */
  own: readonly string[]
  near: readonly string[]
  /** What they wrote, as it is called inside, and the reports it was joined to. */
  lines: readonly { seq: bigint; id: string; channel: string; photos: readonly string[]; voice: string | null }[]
  reports: readonly string[]
  /** What channels call them. */
  externalIds: readonly string[]
  /** Their words, as an example for the reader keeps them. */
  masked: ReadonlySet<string>
  redact: Redactor
  /** Measures whose cases rested on their yes. */
  onConsent: readonly string[]
}

/** Takes out of one table what it holds of them; how many rows that were. */
export type Take = (of: Erasing) => Promise<number>

const named = (column: string): Prisma.Sql => Prisma.raw(`"${column}"`)

/** Rows that are about them and nothing else. */
export const rowsOf =
  (table: Prisma.ModelName): Take =>
  ({ tx, town, person }) =>
    tx.$executeRaw`DELETE FROM ${named(table)} WHERE "townId" = ${town} AND "personId" = ${person}`

/** Rows that count households stay: nobody stands where they stood. Households are named p:<person> where none is known; a household that is known would tell who it was. */
export const nobodyAtHome =
  (table: Prisma.ModelName, column: string): Take =>
  ({ tx, town, person, nobody }) =>
    tx.$executeRaw`
      UPDATE ${named(table)} SET "personId" = ${nobody}, ${named(column)} = ${`p:${nobody}`}
      WHERE "townId" = ${town} AND "personId" = ${person}`

const BATCH = 1000

/** Every row of a town in turns: what is closed in the database cannot be searched there. */
export async function eachRow<Row, Key>(
  before: Key,
  read: (after: Key, take: number) => Promise<Row[]>,
  keyOf: (row: Row) => Key,
  visit: (row: Row) => Promise<boolean>,
): Promise<number> {
  let changed = 0
  for (let after = before; ; ) {
    const rows = await read(after, BATCH)
    for (const row of rows) if (await visit(row)) changed += 1
    const last = rows.at(-1)
    if (last === undefined || rows.length < BATCH) return changed
    after = keyOf(last)
  }
}
