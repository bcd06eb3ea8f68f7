import type { KeyObject } from 'node:crypto'
import pg from 'pg'
import { addKey, FRESH_MS, type Keys, keyRows, openedKeys, wrap } from './key-ring.ts'
import { type KeyPlace, keepNextKey, keyFromText, makeNextKey } from './master-key.ts'
import { sealAnew } from './seal-anew.ts'

/** Beyond the moment from which nobody seals with the old key any more: for what was sealed then and is written now. */
const MARGIN_MS = 5000
const LOOK_MS = 500

/** What became of the key that closes the others: a new file, the next setting taken, or as it was. */
export interface Rotated {
  rows: number
  master: 'file' | 'setting' | 'kept'
}

export type Wait = (milliseconds: number) => Promise<void>

/**
 * After an update from an edition that sealed nothing, or when that was broken off: what is plain is sealed, beside everything else. `ends`
 * breaks it off; the lot in hand is done anew then.
 */
export async function sealWhatIsPlain(url: string, place: KeyPlace, ends?: AbortSignal): Promise<void> {
  await alone(url, async (client) => {
    ends?.addEventListener('abort', () => void client.end())
    if (ends?.aborted) return
    const { rows } = await client.query<{ id: number; done: boolean }>(
      `SELECT id, "doneAt" IS NOT NULL AS done FROM "DataKey" WHERE use = 'seal'`,
    )
    // Of two one is being replaced, which is not begun by the way.
    if (rows.length !== 1 || rows[0]?.done !== false) return
    await sealAnew(client, openedKeys(await keyRows(client, place), place))
    await client.query(`UPDATE "DataKey" SET "doneAt" = now() WHERE use = 'seal'`)
  })
}

/**
 * A new key for everything that is sealed, and one for the keys. Whoever runs meanwhile reads what either has sealed; the old one goes
 * when nothing names it any more. Broken off anywhere, it is gone on with by the next call. Null while another is at it.
 */
export const rotateKeys = (url: string, place: KeyPlace, wait: Wait): Promise<Rotated | null> =>
  alone(url, async (client) => {
    const before = openedKeys(await keyRows(client, place), place)
    const fresh = await begun(client, before.master)
    const keys = openedKeys(await keyRows(client, place), place)
    await untilAllSealWith(client, fresh, wait)
    const rows = await sealAnew(client, keys)
    await client.query(`UPDATE "DataKey" SET "doneAt" = now() WHERE id = $1`, [fresh])
    await client.query(`DELETE FROM "DataKey" WHERE use = 'seal' AND id < $1`, [fresh])
    return { rows, master: await changeMaster(client, openedKeys(await keyRows(client, place), place), place) }
  })

/** The new key, or the one that a call before this one has begun. */
async function begun(client: pg.Client, master: KeyObject): Promise<number> {
  const { rows } = await client.query<{ id: number }>(`SELECT id FROM "DataKey" WHERE use = 'seal' AND "doneAt" IS NULL ORDER BY id DESC`)
  return rows[0]?.id ?? addKey(client, master, 'seal')
}

/** Others look for new keys every few seconds, and a transaction that began before they did may still be going to write. */
async function untilAllSealWith(client: pg.Client, fresh: number, wait: Wait): Promise<void> {
  const others = `FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`
  const { rows } = await client.query<{ left: number }>(
    `SELECT greatest(0, ${FRESH_MS + MARGIN_MS} - extract(epoch FROM clock_timestamp() - "madeAt") * 1000)::int AS left
     FROM "DataKey" WHERE id = $1 AND EXISTS (SELECT 1 ${others})`,
    [fresh],
  )
  const [first] = rows
  if (!first) return
  await wait(first.left)
  const late = `SELECT 1 ${others} AND xact_start < (SELECT "madeAt" FROM "DataKey" WHERE id = $1) + interval '${FRESH_MS + MARGIN_MS} ms'`
  while (first.left > 0 && ((await client.query(late, [fresh])).rowCount ?? 0) > 0) await wait(LOOK_MS)
}

async function changeMaster(client: pg.Client, keys: Keys, place: KeyPlace): Promise<Rotated['master']> {
  const { secretKey, nextSecretKey, dataDir } = place
  if (secretKey === null) {
    await wrapWith(client, keys, makeNextKey(dataDir))
    keepNextKey(dataDir)
    return 'file'
  }
  if (!nextSecretKey || nextSecretKey === secretKey) return 'kept'
  await wrapWith(client, keys, keyFromText(nextSecretKey))
  return 'setting'
}

/** All or none. */
async function wrapWith(client: pg.Client, { byId }: Keys, master: KeyObject): Promise<void> {
  const ids = [...byId.keys()]
  const wrapped = [...byId.values()].map((key) => wrap(master, key.export()))
  await client.query(`UPDATE "DataKey" d SET wrapped = n.wrapped FROM unnest($1::int[], $2::text[]) AS n(id, wrapped) WHERE d.id = n.id`, [
    ids,
    wrapped,
  ])
}

async function alone<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T | null> {
  const client = new pg.Client({ connectionString: url })
  // A database that goes away is told by whatever is asked of it next.
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<{ got: boolean }>(`SELECT pg_try_advisory_lock(hashtextextended('seal-anew', 0)) AS got`)
    return rows[0]?.got ? await run(client) : null
  } finally {
    await client.end()
  }
}
