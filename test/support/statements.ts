import pg from 'pg'

/** Records what this process says to PostgreSQL, and the words it sends along, until it is stopped. */
export function recordStatements(): { texts: Set<string>; values: string[]; stop(): void } {
  const texts = new Set<string>()
  const values: string[] = []
  const { prototype } = pg.Client
  const query = prototype.query
  prototype.query = new Proxy(query, {
    apply(target, client, args: unknown[]) {
      const [asked, along] = args
      if (typeof asked === 'string') texts.add(asked)
      else if (typeof asked === 'object' && asked !== null && 'text' in asked && typeof asked.text === 'string') texts.add(asked.text)
      values.push(...wordsIn(along), ...(typeof asked === 'object' && asked !== null && 'values' in asked ? wordsIn(asked.values) : []))
      return Reflect.apply(target, client, args)
    },
  })
  return {
    texts,
    values,
    stop() {
      prototype.query = query
    },
  }
}

const wordsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(wordsIn)
  return value instanceof Uint8Array ? [Buffer.from(value).toString('utf8')] : []
}
