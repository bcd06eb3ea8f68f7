import type pg from 'pg'
import { isSealedWith, opened } from './envelope.ts'
import type { Keys } from './key-ring.ts'
import { marksOfTable, sealedRow } from './seal-rows.ts'
import { type Keeping, sealedColumnsOf, sealedTables } from './sealed-columns.ts'
import { closedSecret, openedSecret } from './sealer.ts'

const BATCH = 200
type Row = Record<string, unknown>

/**
 * Seals with the current key whatever is not: what an older key sealed, and what was plain. Some rows at a time, each lot for itself, so
 * that the product goes on beside it and a broken one is begun again. Answers how many rows it wrote.
 */
export async function sealAnew(client: pg.Client, keys: Keys): Promise<number> {
  let written = 0
  for (const table of sealedTables()) {
    const id = await keyOf(client, table)
    for (let last: Row | null = null, more = true; more; ) {
      const lot: { rows: Row[]; written: number } = await inTransaction(client, () => oneLot(client, keys, { table, id, last }))
      written += lot.written
      last = lot.rows.at(-1) ?? null
      more = lot.rows.length === BATCH
    }
  }
  return written
}

interface Place {
  table: string
  /** The columns of its primary key. */
  id: readonly string[]
  last: Row | null
}

async function oneLot(client: pg.Client, keys: Keys, { table, id, last }: Place): Promise<{ rows: Row[]; written: number }> {
  const columns = [...(sealedColumnsOf(table) ?? [])]
  const names = quoted([...new Set([...id, ...columns.map(([name]) => name)])])
  const behind = last ? `WHERE (${quoted(id)}) > (${id.map((_, i) => `$${i + 1}`).join(', ')})` : ''
  const { rows } = await client.query<Row>(
    `SELECT ctid::text AS "at row", ${names} FROM "${table}" ${behind} ORDER BY ${quoted(id)} LIMIT ${BATCH} FOR UPDATE`,
    last ? id.map((c) => last[c]) : [],
  )
  // A line of a history may be sealed anew, and nothing else.
  await client.query(`SELECT set_config('shuoshi.seal_anew', 'on', true)`)
  let written = 0
  for (const row of rows) {
    if (columns.every(([name, keeping]) => isSealedWith(keys, keeping, row[name]))) continue
    await write(client, table, row, anew(keys, table, columns, row))
    written += 1
  }
  return { rows, written }
}

function anew(keys: Keys, table: string, columns: readonly (readonly [string, Keeping])[], row: Row): Row {
  const plain = Object.fromEntries(columns.filter(([, k]) => k !== 'secret').map(([name]) => [name, opened(keys, row[name])]))
  const secrets = columns.filter(([, k]) => k === 'secret').map(([name]) => [name, anewSecret(keys, row[name])])
  return { ...sealedRow(keys, table, plain), ...Object.fromEntries(secrets) }
}

/** What was closed with a key that is lost stays as it is: npm run doctor tells of it. */
function anewSecret(keys: Keys, closed: unknown): unknown {
  if (typeof closed !== 'string') return closed
  try {
    return closedSecret(keys, openedSecret(keys, closed))
  } catch {
    return closed
  }
}

async function write(client: pg.Client, table: string, { 'at row': at }: Row, values: Row): Promise<void> {
  const columns = sealedColumnsOf(table)
  const marks = marksOfTable(table)
  const asKept = ([name, value]: [string, unknown]): unknown =>
    ['json', 'leaves'].includes(columns?.get(name) ?? '') && value !== null && !(name in marks) ? JSON.stringify(value) : value
  const set = Object.keys(values).map((name, i) => `"${name}" = $${i + 2}`)
  await client.query(`UPDATE "${table}" SET ${set.join(', ')} WHERE ctid = $1::tid`, [at, ...Object.entries(values).map(asKept)])
}

const quoted = (names: readonly string[]): string => names.map((n) => `"${n}"`).join(', ')

async function keyOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT a.attname AS name FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
     WHERE i.indrelid = $1::regclass AND i.indisprimary ORDER BY array_position(i.indkey::int2[], a.attnum)`,
    [`"${table}"`],
  )
  return rows.map((r) => r.name)
}

async function inTransaction<T>(client: pg.Client, run: () => Promise<T>): Promise<T> {
  await client.query('BEGIN')
  try {
    const result = await run()
    await client.query('COMMIT')
    return result
  } catch (fault) {
    await client.query('ROLLBACK')
    throw fault
  }
}
