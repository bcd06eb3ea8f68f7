import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import pg from 'pg'
import { StartRefused } from '../../domain/start-fault.ts'
import { closeBytes, openBytes } from '../seal.ts'
import { type KeyPlace, keepNextKey, makeMasterKey, masterKeys, NEXT_KEY_FILE } from './master-key.ts'

/** The keys of one database, opened. */
export interface Keys {
  /** What is written is sealed with this one. */
  current: { id: number; key: KeyObject }
  byId: ReadonlyMap<number, KeyObject>
  /** Makes the marks by which sealed words are found. */
  find: KeyObject
  master: KeyObject
}

/** The keys of a database, asked for when the first value needs them. */
export interface KeyRing {
  /** As they are now, or were a moment ago. */
  keys(): Promise<Keys>
  /** With these among them, if they are to be had at all: what bears a mark may have been written by anybody. */
  with(ids: ReadonlySet<number>): Promise<Keys>
  /** As they were last seen, for whoever cannot wait; they have been asked for before. */
  latest(): Keys
}

/** Whoever replaces a key waits as long, so that nobody still writes with the old one. */
export const FRESH_MS = 10_000
const AGAIN_MS = 1000
const MISSED = 100
const LOCK = `hashtextextended('data-keys', 0)`

export interface KeyRow {
  id: number
  use: string
  wrapped: string
}

export function createKeyRing(url: string, place: KeyPlace): KeyRing {
  let loaded: { keys: Keys; at: number } | null = null
  let loading: Promise<Keys> | null = null
  /** When one that is not to be had was last asked for. */
  const missed = new Map<number, number>()

  async function load(): Promise<Keys> {
    // A connection of its own: whoever asks may hold the last one of the pool in a transaction.
    const client = new pg.Client({ connectionString: url })
    // Told by the query that it breaks off.
    client.on('error', () => {})
    await client.connect()
    const rows = await keyRows(client, place).finally(() => client.end())
    // Keys stay what they are; a process whose settings name the master key of yesterday goes on with those it has.
    const keys =
      loaded !== null && rows.length === loaded.keys.byId.size && rows.every((r) => loaded?.keys.byId.has(r.id))
        ? loaded.keys
        : openedKeys(rows, place)
    loaded = { keys, at: performance.now() }
    return keys
  }
  const renew = (): Promise<Keys> => {
    loading ??= load().finally(() => {
      loading = null
    })
    return loading
  }
  const within = (ms: number) => (loaded !== null && performance.now() - loaded.at < ms ? loaded.keys : null)

  return {
    keys: async () => within(FRESH_MS) ?? renew(),
    async with(ids) {
      const known = within(FRESH_MS) ?? (await renew())
      const lacking = [...ids].filter((id) => !known.byId.has(id) && !(performance.now() - (missed.get(id) ?? -AGAIN_MS) < AGAIN_MS))
      if (lacking.length === 0) return known
      const now = await renew()
      if (missed.size > MISSED) missed.clear()
      for (const id of lacking) if (!now.byId.has(id)) missed.set(id, performance.now())
      return now
    },
    latest() {
      if (!loaded) throw new Error('the keys were not asked for yet')
      return loaded.keys
    },
  }
}

const rowsOf = async (client: pg.Client): Promise<KeyRow[]> =>
  (await client.query<KeyRow>('SELECT id, use, wrapped FROM "DataKey" ORDER BY id')).rows

export async function keyRows(client: pg.Client, place: KeyPlace): Promise<KeyRow[]> {
  const known = await rowsOf(client)
  return known.length > 0 ? known : firstKeys(client, place)
}

/** Of two processes that begin at once one makes them. */
async function firstKeys(client: pg.Client, place: KeyPlace): Promise<KeyRow[]> {
  await client.query(`SELECT pg_advisory_lock(${LOCK})`)
  const rows = await rowsOf(client)
  if (rows.length > 0) return rows
  const master = makeMasterKey(place)
  for (const use of ['find', 'seal'] as const) await addKey(client, master, use)
  return rowsOf(client)
}

export async function addKey(client: pg.Client, master: KeyObject, use: 'find' | 'seal'): Promise<number> {
  // Where there is no township yet, there is nothing to be sealed anew.
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO "DataKey" (use, wrapped, "madeAt", "doneAt")
     VALUES ($1, $2, now(), (SELECT now() WHERE NOT EXISTS (SELECT FROM "Town"))) RETURNING id`,
    [use, wrap(master, randomBytes(32))],
  )
  return rows[0]?.id ?? 0
}

export const wrap = (master: KeyObject, key: Uint8Array): string => closeBytes(master, key).toString('base64url')
const unwrap = (master: KeyObject, wrapped: string): Buffer => openBytes(master, Buffer.from(wrapped, 'base64url'))

export function openedKeys(rows: readonly KeyRow[], place: KeyPlace): Keys {
  const masters = masterKeys(place)
  const found = masters.find(({ key }) => rows.every(({ wrapped }) => opens(key, wrapped)))
  if (!found) throw new StartRefused({ fault: masters.length === 0 ? 'secret-key-missing' : 'secret-key-wrong', dir: place.dataDir })
  // A change of the master key that was broken off after its last word in the database.
  if (found.file?.endsWith(NEXT_KEY_FILE)) keepNextKey(place.dataDir)
  const keys = rows.map(({ id, use, wrapped }) => ({ id, use, key: createSecretKey(unwrap(found.key, wrapped)) }))
  const current = keys.findLast((k) => k.use === 'seal')
  const find = keys.find((k) => k.use === 'find')
  if (!current || !find) throw new Error('the table of keys is not whole')
  return { current, byId: new Map(keys.map((k) => [k.id, k.key])), find: find.key, master: found.key }
}

function opens(master: KeyObject, wrapped: string): boolean {
  try {
    return unwrap(master, wrapped).length > 0
  } catch {
    return false
  }
}
