import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import './cluster.ts'

export interface FreshDatabase {
  url: string
  close(): Promise<void>
}

/** An empty database of today's schema, for one test file; one with the sample township; or one made otherwise, as SQL says it. */
export async function freshDatabase(made: { name?: string; as?: string; sample?: boolean } = {}): Promise<FreshDatabase> {
  const template = new URL(inject(made.sample ? 'townUrl' : 'templateUrl'))
  const name = `${made.name ?? 'test'}_${randomBytes(6).toString('hex')}`
  await tell(`CREATE DATABASE "${name}" ${made.as ?? `TEMPLATE ${template.pathname.slice(1)}`}`)
  const url = new URL(template)
  url.pathname = name
  return { url: url.href, close: () => tell(`DROP DATABASE "${name}" WITH (FORCE)`) }
}

async function tell(sql: string): Promise<void> {
  const url = new URL(inject('templateUrl'))
  // A template may have no guests while it is copied.
  url.pathname = 'postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}
