import type { Town } from './town.ts'

interface Column {
  table_name: string
  column_name: string
  udt_name: string
}

const columnsOf = (town: Town) =>
  town.rows<Column>(`
    SELECT table_name, column_name, udt_name FROM information_schema.columns
    WHERE table_schema = 'public' AND udt_name IN ('text', 'varchar', '_text', 'jsonb', 'json', 'bytea') ORDER BY 1, 2`)

/** In how many rows of which columns any of these words stands, for whoever has the key. */
export async function findEverywhere(town: Town, words: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const [table, columns] of Map.groupBy(await columnsOf(town), (c) => c.table_name)) {
    const rows = await town.rows<Record<string, unknown>>(`SELECT * FROM "${table}"`)
    for (const { column_name: column } of columns) {
      const n = rows.filter((row) => words.some((word) => said(row[column]).includes(word))).length
      if (n > 0) found.push(`${table}.${column} ${n}`)
    }
  }
  return found.toSorted()
}

const said = (value: unknown): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : typeof value === 'string' ? value : (JSON.stringify(value) ?? '')

/** The same for whoever has only the database: as PostgreSQL itself keeps it. */
export async function findInPlain(town: Town, words: readonly string[]): Promise<string[]> {
  const counts = (await columnsOf(town)).map(({ table_name, column_name, udt_name }) => {
    const column = `"${column_name}"`
    const holds = (word: string) =>
      udt_name === 'bytea' ? `position(convert_to('${word}', 'UTF8') IN ${column}) > 0` : `position('${word}' IN ${column}::text) > 0`
    return `SELECT '${table_name}.${column_name}' AS place, count(*)::int AS n FROM "${table_name}" WHERE ${words.map(holds).join(' OR ')}`
  })
  const found = await town.rows<{ place: string; n: number }>(counts.join(' UNION ALL '))
  return found.flatMap(({ place, n }) => (n > 0 ? [`${place} ${n}`] : [])).toSorted()
}
