import { chownSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import {
  type Access,
  accessUrl,
  databaseName,
  freePort,
  freshDir,
  keepAccess,
  newAccess,
  readAccess,
  userName,
  writeSettings,
} from './cluster-files.ts'
import { type Account, postgresAccount } from './postgres-account.ts'
import { type Programs, postgresPrograms } from './postgres-programs.ts'
import { type Answer, ask, readPostmaster } from './postmaster.ts'
import { isAlive, isPostgres } from './process-life.ts'
import { clusterFault, endServer, launch, run } from './run-postgres.ts'

export interface Embedded {
  url: string
  /** The server's process; it outlives us when we are killed, and the next start finds it by its lock file. */
  pid: number
  stop(): Promise<void>
}

const PATIENCE_MS = 60_000

interface Input {
  /** Absolute; the caller holds its lock. */
  dataDir: string
  /** False only for tests that may lose what they wrote. */
  durable?: boolean
  /** Called when there is no cluster yet, for the first start takes a moment. */
  onCreate?: () => void
}

/** A PostgreSQL of our own in `DATA_DIR/postgres`, on loopback, with a password of its own. */
export async function startEmbedded({ dataDir, durable = true, onCreate }: Input): Promise<Embedded> {
  const cluster = join(dataDir, 'postgres')
  const programs = await postgresPrograms()
  const account = postgresAccount(cluster, programs.dir, dataDir)
  const place = { dataDir, cluster, programs, account }
  const access = readAccess(dataDir) ?? newAccess()
  if (!existsSync(cluster)) {
    onCreate?.()
    await createCluster(place, access)
  } else if (readAccess(dataDir) === null) await resetPassword(place, access)
  const port = (await adopt(place, access)) ?? (await start(place, access, durable))
  const url = accessUrl({ ...access, port }, databaseName)
  if ((await answerOf(url)) === 'no-database') await createDatabase(accessUrl({ ...access, port }, 'postgres'))
  const pid = readPostmaster(cluster)?.pid ?? 0
  return { url, pid, stop: () => endServer(place, pid) }
}

interface Place {
  dataDir: string
  cluster: string
  programs: Programs
  account: Account
}

// Built beside its place and moved there when complete: a kill in between leaves nothing that looks like a cluster.
async function createCluster({ dataDir, cluster, programs, account }: Place, access: Access): Promise<void> {
  const draft = `${cluster}.new`
  const passwordFile = join(dataDir, 'postgres.password')
  keepAccess(dataDir, access)
  writeFileSync(passwordFile, `${access.password}\n`, { mode: 0o600 })
  if (account.owner !== null) chownSync(passwordFile, account.owner.uid, account.owner.gid)
  const common = [`--pgdata=${draft}`, `--username=${userName}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8']
  // The server's own UTF-8 rules, alike on every system; the system's are named as well, for extensions that ask it.
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--lc-collate=C', '--lc-messages=C']
  try {
    let output = ''
    for (const ctype of characterTypes()) {
      freshDir(draft, account.owner)
      const result = await run(account.command(programs.initdb, [...common, ...locale, `--lc-ctype=${ctype}`]))
      if (result.code === 0) {
        await move(draft, cluster)
        return
      }
      output = result.output
      if (!/invalid locale|locale name/i.test(output)) break
    }
    throw clusterFault(dataDir, output)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(draft, { recursive: true, force: true })
  }
}

/** On Windows whoever looks through new files (an antivirus) holds them for a moment. */
async function move(from: string, to: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return renameSync(from, to)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (process.platform !== 'win32' || tries === 20 || !['EPERM', 'EACCES', 'EBUSY'].includes(code)) throw error
      await sleep(250)
    }
  }
}

function characterTypes(): string[] {
  if (process.platform === 'win32') return ['en-US', 'C']
  return process.platform === 'darwin' ? ['en_US.UTF-8', 'C'] : ['C.UTF-8', 'en_US.UTF-8', 'C']
}

/** The port of a server that an earlier process of ours left running; null when there is none (any more). */
async function adopt(place: Pick<Place, 'cluster' | 'programs'>, access: Access): Promise<number | null> {
  const { cluster } = place
  const left = readPostmaster(cluster)
  if (left === null) return null
  if (!isAlive(left.pid) || !isPostgres(left.pid)) {
    rmSync(join(cluster, 'postmaster.pid'), { force: true })
    return null
  }
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until && isAlive(left.pid); await sleep(50)) {
    const answer = await ask(accessUrl({ ...access, port: left.port }, databaseName))
    if (answer === 'yes' || answer === 'no-database') return left.port
    if (answer === 'no') break
  }
  await endServer(place, left.pid)
  return null
}

/** Of a server that is there, however long it takes. */
async function answerOf(url: string): Promise<Answer> {
  for (const until = Date.now() + PATIENCE_MS; ; await sleep(50)) {
    const answer = await ask(url)
    if (answer !== 'wait' || Date.now() >= until) return answer
  }
}

async function start({ dataDir, cluster, programs, account }: Place, access: Access, durable: boolean): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(access.port)
    if (port !== access.port) keepAccess(dataDir, { ...access, port })
    writeSettings(cluster, port, durable)
    const outcome = await launch({ dataDir, cluster, programs, account })
    if (outcome === 'ready') return port
    // Backends of a server that was killed may need a moment to notice; a port can be taken between look and use.
    const passing = /pre-existing shared memory|could not bind|could not create any TCP\/IP sockets/.test(outcome)
    if (!passing || attempt === 20) throw clusterFault(dataDir, outcome)
    await sleep(250)
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(`CREATE DATABASE ${databaseName}`)
  } finally {
    await client.end()
  }
}

// The file with the password is gone but the cluster is ours: the server in single-user mode sets a new one.
async function resetPassword({ dataDir, cluster, programs, account }: Place, access: Access): Promise<void> {
  const left = readPostmaster(cluster)
  if (left !== null && isAlive(left.pid) && isPostgres(left.pid)) await endServer({ cluster, programs }, left.pid)
  const sql = `ALTER ROLE ${userName} PASSWORD '${access.password}'\n`
  const result = await run(account.command(programs.postgres, ['--single', '-D', cluster, 'postgres']), sql)
  if (result.code !== 0) throw clusterFault(dataDir, result.output)
  keepAccess(dataDir, access)
}
