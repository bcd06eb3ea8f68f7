import { randomUUID } from 'node:crypto'
import type { PrismaPg } from '@prisma/adapter-pg'
import { keysNamedIn, opened } from './envelope.ts'
import type { KeyRing, Keys } from './key-ring.ts'
import { marksSought } from './marks.ts'
import { sealedRow } from './seal-rows.ts'

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>
type Queryable = Pick<Adapter, 'queryRaw' | 'executeRaw'>
type Query = Parameters<Adapter['queryRaw']>[0]
type Rows = Awaited<ReturnType<Adapter['queryRaw']>>

// Nobody outside of this process can say it.
const ASKS = `${randomUUID()} `
const asks = (what: 'words' | 'row' | 'rows', value: unknown): string => ASKS + JSON.stringify({ what, value })

/** A parameter of raw SQL that becomes the marks of these words, an int[] as PostgreSQL writes it. */
export const marksAsked = (words: string): string => asks('words', words)
/** A parameter of raw SQL that becomes this row as JSON, with what has to be sealed sealed. */
export const rowToSeal = (table: string, row: Record<string, unknown>): string => asks('row', { table, row })
/** The same of several rows: a list, so that it is one parameter however many there are. */
export const rowsToSeal = (table: string, rows: readonly Record<string, unknown>[]): string => asks('rows', { table, rows })

type AskedOfKeys =
  | { what: 'words'; value: string }
  | { what: 'row'; value: { table: string; row: Record<string, unknown> } }
  | { what: 'rows'; value: { table: string; rows: Record<string, unknown>[] } }

function answer(keys: Keys, parameter: string): string {
  const asked: AskedOfKeys = JSON.parse(parameter.slice(ASKS.length))
  if (asked.what === 'words') return `{${marksSought(keys, asked.value).join(',')}}`
  if (asked.what === 'row') return JSON.stringify(sealedRow(keys, asked.value.table, asked.value.row))
  return JSON.stringify(asked.value.rows.map((row) => sealedRow(keys, asked.value.table, row)))
}

/** Everything that comes out of the database passes here, whoever has asked and however; so does what raw SQL brings in. */
export function withDoor(factory: PrismaPg, ring: KeyRing): PrismaPg {
  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const adapter = guarded(await connect(), ring)
    const begin = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (level) => guarded(await begin(level), ring)
    return adapter
  }
  return factory
}

function guarded<T extends Queryable>(connection: T, ring: KeyRing): T {
  const [query, execute] = [connection.queryRaw.bind(connection), connection.executeRaw.bind(connection)]
  connection.queryRaw = async (asked) => openRows(await query(await withAnswers(asked, ring)), ring)
  connection.executeRaw = async (asked) => execute(await withAnswers(asked, ring))
  return connection
}

async function withAnswers(query: Query, ring: KeyRing): Promise<Query> {
  const isAsked = (arg: unknown): arg is string => typeof arg === 'string' && arg.startsWith(ASKS)
  if (!query.args.some(isAsked)) return query
  const keys = await ring.keys()
  return { ...query, args: query.args.map((arg) => (isAsked(arg) ? answer(keys, arg) : arg)) }
}

/** Rows are changed where they are: there may be many, and nobody else has them yet. */
async function openRows(set: Rows, ring: KeyRing): Promise<Rows> {
  const named = new Set(set.rows.flatMap((row) => row.flatMap(keysNamedIn)))
  if (named.size === 0) return set
  const keys = await ring.with(named)
  for (const row of set.rows) for (const [i, value] of row.entries()) if (keysNamedIn(value).length > 0) row[i] = openedValue(keys, value)
  return set
}

/** JSON comes as text. What is sealed as a whole is a string in it. */
function openedValue(keys: Keys, value: unknown): unknown {
  return typeof value === 'string' && /^["{[]/u.test(value) ? openedJson(keys, value) : opened(keys, value)
}

function openedJson(keys: Keys, json: string): string {
  try {
    return JSON.stringify(opened(keys, JSON.parse(json)))
  } catch {
    // Somebody's words that only look like it.
    return json
  }
}
