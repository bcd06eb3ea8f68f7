import type { StoredRow } from '../../ports/deeds.ts'
import { rowToSeal } from '../sealing/door.ts'
import type { Transaction } from '../transaction.ts'

/** The tables in which an order leaves rows, with what finds a row within its town. */
export const KEYS = {
  MeasureCase: ['measure', 'id'],
  AlarmAnswer: ['alarmId', 'who'],
  BulletinItem: ['id'],
  TeamRecord: ['personId', 'kind', 'day', 'title'],
  StaffEntry: ['personId'],
  DutyLine: ['code'],
  PersonRole: ['personId', 'role', 'gridId'],
  GroupMember: ['groupId', 'personId'],
  GridNode: ['id'],
  Household: ['id'],
  Person: ['id'],
  ChatGroup: ['id'],
  Leave: ['id'],
  Trial: ['id'],
  Follower: ['ticketId', 'household'],
  Example: ['id'],
  Due: ['key'],
  Question: ['id'],
} as const
export type Table = keyof typeof KEYS

/** Rows into which others write as well, and not about the same thing. */
export const BY_COLUMN: readonly Table[] = ['Person', 'ChatGroup']

/**
 * How a row that an order wrote first is put aside. What happened is kept and no longer counts; null for rows that only say
 * how things stand, whose past is in the histories.
 */
export const ASIDE: Record<Table, ((now: string, why: string) => StoredRow) | null> = {
  MeasureCase: () => ({ status: 'undone' }),
  AlarmAnswer: (now) => ({ undoneAt: now }),
  BulletinItem: (_now, why) => ({ state: 'dropped', why }),
  TeamRecord: (now) => ({ undoneAt: now }),
  StaffEntry: null,
  DutyLine: null,
  PersonRole: null,
  GroupMember: null,
  GridNode: null,
  Household: null,
  Person: () => ({ gone: true }),
  ChatGroup: null,
  Leave: (now) => ({ endedAt: now }),
  Trial: (now) => ({ endedAt: now }),
  Follower: null,
  Example: null,
  Due: null,
  Question: (now) => ({ answeredAt: now }),
}

const columns = (names: readonly string[], of = ''): string => names.map((c) => `${of}"${c}"`).join(', ')

/** Half of a character, cut out of an emoji, is written by any door as U+FFFD; as JSON it would be refused, and the row not found. */
const asParameter = (of: StoredRow | readonly StoredRow[]): string =>
  JSON.stringify(of, (_name, it: unknown) => (typeof it === 'string' ? it.toWellFormed() : it))

/** Rows as PostgreSQL itself writes them as JSON, so that two readings of one row are the same. */
export async function readRows(tx: Transaction, town: string, table: Table, keys: readonly StoredRow[]): Promise<StoredRow[]> {
  if (keys.length === 0) return []
  const on = KEYS[table].map((c) => `t."${c}" = k."${c}"`).join(' AND ')
  const found = await tx.$queryRawUnsafe<{ row: StoredRow }[]>(
    `SELECT to_jsonb(t) AS row FROM "${table}" t JOIN jsonb_populate_recordset(null::"${table}", $2::jsonb) k ON ${on} WHERE t."townId" = $1`,
    town,
    asParameter(keys),
  )
  return found.map((f) => f.row)
}

export async function updateRow(tx: Transaction, town: string, table: Table, key: StoredRow, row: StoredRow): Promise<void> {
  const names = Object.keys(row)
  if (names.length === 0) return
  const on = KEYS[table].map((c) => `t."${c}" = k."${c}"`).join(' AND ')
  const set = names.map((c) => `"${c}" = r."${c}"`).join(', ')
  await tx.$executeRawUnsafe(
    `UPDATE "${table}" t SET ${set} FROM jsonb_populate_record(null::"${table}", $2::jsonb) k, jsonb_populate_record(null::"${table}", $3::jsonb) r
     WHERE t."townId" = $1 AND ${on}`,
    town,
    asParameter(key),
    rowToSeal(table, row),
  )
}

export async function insertRow(tx: Transaction, table: Table, row: StoredRow): Promise<void> {
  const names = Object.keys(row)
  await tx.$executeRawUnsafe(
    `INSERT INTO "${table}" (${columns(names)}) SELECT ${columns(names, 'r.')} FROM jsonb_populate_record(null::"${table}", $1::jsonb) r`,
    rowToSeal(table, row),
  )
}

export async function deleteRow(tx: Transaction, town: string, table: Table, key: StoredRow): Promise<void> {
  const on = KEYS[table].map((c) => `t."${c}" = k."${c}"`).join(' AND ')
  await tx.$executeRawUnsafe(
    `DELETE FROM "${table}" t USING jsonb_populate_record(null::"${table}", $2::jsonb) k WHERE t."townId" = $1 AND ${on}`,
    town,
    asParameter(key),
  )
}
