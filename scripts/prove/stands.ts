import pg from 'pg'

/** What the database itself says of everything in it: of each table how many rows and their hash, of each sequence where it stands, of the rest its text. */
export type Stands = ReadonlyMap<string, string>

/** Rows that somebody writes while a backup is made. */
const SETTLED: Readonly<Record<string, string>> = { Ticket: `id LIKE 't%'`, TicketEvent: `"ticketId" LIKE 't%'` }
const TABLES = `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations'`
const REST = `
  SELECT 'sequence ' || sequencename AS name, coalesce(last_value, 0)::text AS text FROM pg_sequences WHERE schemaname = 'public'
  UNION ALL SELECT 'index ' || indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT 'rule ' || conrelid::regclass::text || conname::text, pg_get_constraintdef(oid) || convalidated::text FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT 'trigger ' || tgrelid::regclass::text || tgname::text, tgenabled::text || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal`

/** Asked of PostgreSQL by none of the statements that a backup is made with. */
export async function standsIn(url: string): Promise<Stands> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const stands = new Map<string, string>()
    for (const { name } of (await client.query<{ name: string }>(TABLES)).rows) {
      const { rows } = await client.query<{ text: string }>(
        `SELECT count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) AS text FROM "${name}" t WHERE ${SETTLED[name] ?? 'true'}`,
      )
      stands.set(`table ${name}`, rows[0]?.text ?? '')
    }
    for (const { name, text } of (await client.query<{ name: string; text: string }>(REST)).rows) stands.set(name, text)
    return stands
  } finally {
    await client.end()
  }
}

/** What stands otherwise there, though nobody has written it meanwhile. */
export const missingOf = (before: Stands, there: Stands, now: Stands): string[] =>
  [...before].flatMap(([name, text]) => (there.get(name) === text || now.get(name) !== text ? [] : [name]))
