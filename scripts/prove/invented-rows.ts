import pg from 'pg'
import type { Migration } from '../../src/database/migrate.ts'

interface Column {
  table: string
  name: string
  type: string
  /** Filled by a sequence. */
  counted: boolean
  optional: boolean
  /** The words that a check allows. */
  words: string[] | null
}

const COLUMNS = `
  SELECT c.relname AS table, a.attname AS name, format_type(a.atttypid, NULL) AS type, NOT a.attnotnull AS optional,
    coalesce(pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%', false) AS counted,
    (SELECT array_agg(w[1]) FROM pg_constraint k, regexp_matches(pg_get_constraintdef(k.oid), '''([^'']*)''::text', 'g') AS w
      WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum]) AS words
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
  ORDER BY c.relname, a.attnum`

/** The words that a later step will ask of a column which knows no check yet, by table and column. */
function wordsToCome(steps: readonly Migration[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { sql } of steps)
    for (const [, name = '', says = ''] of sql.matchAll(/ADD CONSTRAINT "(\w+)_words" CHECK \(("\w+"[^;)]*)\)/gu))
      if (!found.has(name))
        found.set(
          name,
          [...says.matchAll(/'([^']*)'/gu)].map((m) => m[1] ?? ''),
        )
  return found
}

const literal = pg.escapeLiteral

/** What is hard to carry in a text: a tab, a newline, a backslash, what looks like COPY's own null and end, and a rare character. */
const HARD = String.raw`E'三社\t路灯\n\\N \\. 𠮷“不亮”'`

const textOf = (table: string, name: string): string =>
  `${literal(`${table}.${name}-`)} || s || CASE WHEN s % 5 = 0 THEN ${HARD} ELSE '' END`

/** A value of each type that differs from row to row; every seventh optional one is null. */
function value({ name, type, words, optional, table }: Column): string {
  if (name === 'townId') return `'t'`
  // What hangs on a ticket hangs on the one of its row, and most of it must.
  if (name === 'ticketId') return textOf('Ticket', 'id')
  const list = words && `ARRAY[${words.map(literal).join(', ')}]`
  const made = ((): string => {
    if (list !== null && type === 'text') return `(${list})[1 + s % ${words?.length ?? 1}]`
    if (list !== null) return `(${list})[1 : s % ${(words?.length ?? 1) + 1}]`
    if (type === 'text' && name === 'day') return `to_char('2026-01-01'::date + s, 'YYYY-MM-DD')`
    switch (type) {
      case 'text':
        return textOf(table, name)
      case 'text[]':
        return `(ARRAY[${HARD}, s::text])[1 : s % 3]`
      case 'integer':
      case 'bigint':
        return 's'
      case 'integer[]':
        return `(ARRAY[s, -s])[1 : s % 3]`
      case 'double precision':
        return 's / 3.0'
      case 'boolean':
        return 's % 2 = 0'
      case 'timestamp with time zone':
        return `'2026-01-01T00:00:00.123Z'::timestamptz + s * interval '1 hour 1 millisecond'`
      case 'jsonb':
        return `jsonb_build_object('n', s / 7.0, 'said', ${HARD})`
      case 'bytea':
        return `decode(repeat(md5(s::text), 40), 'hex')`
      default:
        throw new Error(`no value for ${table}.${name}: ${type}`)
    }
  })()
  return optional ? `CASE WHEN s % 7 = 0 THEN NULL ELSE ${made} END` : made
}

/** Fills every table of whatever schema the database has with so many rows, of every type and word that it knows. */
export async function inventRows(url: string, rows: number, toCome: readonly Migration[] = []): Promise<void> {
  const words = wordsToCome(toCome)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows: columns } = await client.query<Column>(COLUMNS)
    await client.query('BEGIN')
    for (const [table, all] of Map.groupBy(columns, (c) => c.table)) {
      const own = all.filter((c) => !c.counted).map((c) => ({ ...c, words: c.words ?? words.get(`${table}_${c.name}`) ?? null }))
      const names = own.map((c) => pg.escapeIdentifier(c.name)).join(', ')
      await client.query(
        `INSERT INTO ${pg.escapeIdentifier(table)} (${names}) SELECT ${own.map(value).join(', ')} FROM generate_series(1, ${rows}) AS s
        ON CONFLICT DO NOTHING`,
      )
    }
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
}
