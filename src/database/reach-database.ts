import pg from 'pg'
import { StartRefused } from '../domain/start-fault.ts'

const oldest = 15

/** Refuses with its reason where the database that `DATABASE_URL` names cannot be used. */
export async function reachDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 8000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string; encoding: string }>(
      `SELECT current_setting('server_version') AS version, current_setting('server_encoding') AS encoding`,
    )
    const { version = '', encoding = '' } = rows[0] ?? {}
    if (Number.parseInt(version, 10) < oldest) throw new StartRefused({ fault: 'database-too-old', version })
    if (encoding !== 'UTF8') throw new StartRefused({ fault: 'database-not-utf8', encoding })
  } catch (error) {
    throw error instanceof StartRefused ? error : refusal(url, error)
  } finally {
    await client.end().catch(() => {})
  }
}

function refusal(url: string, error: unknown): StartRefused {
  const { hostname, port, pathname } = new URL(url)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const cause = { cause: error }
  // 28: the name or password; 3D000: no such database; 42501: not allowed to connect.
  if (code.startsWith('28') || /SASL|password/i.test(String(error))) return new StartRefused({ fault: 'database-login' }, cause)
  if (/does not support SSL/.test(String(error))) return new StartRefused({ fault: 'database-no-tls' }, cause)
  if (code === '3D000') return new StartRefused({ fault: 'database-missing', name: decodeURIComponent(pathname.slice(1)) }, cause)
  if (code === '42501') return new StartRefused({ fault: 'database-rights' }, cause)
  return new StartRefused({ fault: 'database-unreachable', where: `${hostname || 'localhost'}:${port || '5432'}` }, cause)
}
