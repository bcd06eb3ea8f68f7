import { randomBytes, randomInt } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

export interface Access {
  password: string
  port: number
}

export const userName = 'shuoshi'
export const databaseName = 'shuoshi'

export function accessUrl({ password, port }: Access, database: string): string {
  return `postgresql://${userName}:${password}@127.0.0.1:${port}/${database}?sslmode=disable`
}

/** The cluster's password and port: random, kept for this directory, readable by its owner only. */
export function readAccess(dataDir: string): Access | null {
  const file = join(dataDir, 'postgres.json')
  if (!existsSync(file)) return null
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof read !== 'object' || read === null || !('password' in read) || !('port' in read)) return null
    return typeof read.password === 'string' && typeof read.port === 'number' ? { password: read.password, port: read.port } : null
  } catch {
    return null
  }
}

export function newAccess(): Access {
  return { password: randomBytes(24).toString('hex'), port: anyPort() }
}

export function keepAccess(dataDir: string, access: Access): void {
  const file = join(dataDir, 'postgres.json')
  const fresh = openSync(`${file}.new`, 'w', 0o600)
  writeSync(fresh, `${JSON.stringify(access)}\n`)
  fsyncSync(fresh)
  closeSync(fresh)
  renameSync(`${file}.new`, file)
}

// Below the range that systems hand out for outgoing connections, so that it stays ours between two starts.
const anyPort = () => randomInt(20_000, 32_000)

export async function freePort(wish: number): Promise<number> {
  for (let port = wish; ; port = anyPort()) if (await isFree(port)) return port
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer()
    server.once('error', () => done(false))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => done(true)))
  })
}

/** Written before each start, so that the settings are always those of this version; `ALTER SYSTEM` still has the last word. */
export function writeSettings(cluster: string, port: number, durable: boolean): void {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '64MB',
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    jit: 'off',
    // Its log tells of its own life; what a statement met with is told to whoever sent it, and may hold what somebody said.
    log_min_messages: 'log',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_statement: 'none',
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'\n`)
  writeFileSync(join(cluster, 'postgresql.conf'), lines.join(''), { mode: 0o644 })
}

/** An empty directory that belongs to whoever runs the server. */
export function freshDir(dir: string, owner: { uid: number; gid: number } | null): void {
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(dir, { mode: 0o700 })
  if (owner !== null) chownSync(dir, owner.uid, owner.gid)
}
