import pg from 'pg'

/** Records what this process says to PostgreSQL, until it is stopped. */
export function recordStatements(): { texts: Set<string>; stop(): void } {
  const texts = new Set<string>()
  const { prototype } = pg.Client
  const query = prototype.query
  prototype.query = new Proxy(query, {
    apply(target, client, args: unknown[]) {
      const [asked] = args
      if (typeof asked === 'string') texts.add(asked)
      else if (typeof asked === 'object' && asked !== null && 'text' in asked && typeof asked.text === 'string') texts.add(asked.text)
      return Reflect.apply(target, client, args)
    },
  })
  return {
    texts,
    stop() {
      prototype.query = query
    },
  }
}
