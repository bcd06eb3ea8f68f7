import type { Town } from './town.ts'

interface Column {
  table_name: string
  column_name: string
  udt_name: string
}

/** In which columns of the whole database these words stand, as text, JSON, a list or the bytes of a file: Message.text 2. */
export async function findEverywhere(town: Town, words: readonly string[]): Promise<string[]> {
  const columns = await town.rows<Column>(`
    SELECT table_name, column_name, udt_name FROM information_schema.columns
    WHERE table_schema = 'public' AND udt_name IN ('text', 'varchar', '_text', 'jsonb', 'json', 'bytea') ORDER BY 1, 2`)
  const counts = columns.map(({ table_name, column_name, udt_name }) => {
    const column = `"${column_name}"`
    const holds = (word: string) =>
      udt_name === 'bytea' ? `position(convert_to('${word}', 'UTF8') IN ${column}) > 0` : `position('${word}' IN ${column}::text) > 0`
    return `SELECT '${table_name}.${column_name}' AS place, count(*)::int AS n FROM "${table_name}" WHERE ${words.map(holds).join(' OR ')}`
  })
  const found = await town.rows<{ place: string; n: number }>(counts.join(' UNION ALL '))
  return found.flatMap(({ place, n }) => (n > 0 ? [`${place} ${n}`] : [])).toSorted()
}
