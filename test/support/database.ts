import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import './cluster.ts'

export interface FreshDatabase {
  url: string
  close(): Promise<void>
}

/** An empty database of today's schema, for one test file. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const template = new URL(inject('templateUrl'))
  const name = `test_${randomBytes(6).toString('hex')}`
  await tell(`CREATE DATABASE ${name} TEMPLATE ${template.pathname.slice(1)}`)
  const url = new URL(template)
  url.pathname = name
  return { url: url.href, close: () => tell(`DROP DATABASE ${name} WITH (FORCE)`) }
}

async function tell(sql: string): Promise<void> {
  const url = new URL(inject('templateUrl'))
  // A template may have no guests while it is copied.
  url.pathname = 'postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}
