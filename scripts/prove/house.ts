import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type Embedded, startEmbedded } from '../../src/database/embedded.ts'
import { migrate } from '../../src/database/migrate.ts'
import { isAlive } from '../../src/database/process-life.ts'
import { sampleTownship } from '../../src/roster/sample.ts'
import { openDatabase } from '../../src/store/connect.ts'
import { applyTownship } from '../../src/store/township.ts'

/** Characters. */
const LAST_WORDS = 4000
const SECRET_KEY = 'the key of a proof'
const root = resolve(import.meta.dirname, '../..')

export interface Running {
  child: ChildProcess
  address: string
  /** The end of what it has written to its streams. */
  lastWords(): string
  /** Resolves with its exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

/** A PostgreSQL of its own with the sample township, and real programs on it. */
export interface House {
  dir: string
  url: string
  /** Whether its disk may be filled: a small one of its own was mounted. */
  ownDisk: boolean
  start(env?: Record<string, string>): Promise<Running>
  /** Milliseconds beside the machine's clock, for all programs that were started. */
  bendClock(ms: number): void
  killDatabase(): Promise<void>
  stopDatabase(): Promise<void>
  startDatabase(): Promise<void>
  rows<T extends object>(sql: string, values?: unknown[]): Promise<T[]>
  close(): Promise<void>
}

const QUIET = {
  ...{ PORT: '0', LOG_LEVEL: 'fatal', SANDBOX: 'on', BACKUP_AT: 'off', QUIET_FROM: '00:00', QUIET_TO: '00:00' },
  ...{ GROUP_POSTS_PER_HOUR: '600', REPORT_WINDOW_SECONDS: '1', LIST_AFTER_TALK: 'off', CALL_PRIVATE: 'on' },
}

function mountDisk(dir: string, megabytes: number): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=711`, 'shuoshi-prove', dir], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

export async function openHouse({ diskMegabytes }: { diskMegabytes?: number } = {}): Promise<House> {
  const dir = mkdtempSync(join(tmpdir(), 'shuoshi-prove-'))
  chmodSync(dir, 0o711)
  const ownDisk = diskMegabytes !== undefined && mountDisk(dir, diskMegabytes)
  const clockFile = join(mkdtempSync(join(tmpdir(), 'shuoshi-clock-')), 'beside')
  writeFileSync(clockFile, '0')
  let server: Embedded = await startEmbedded({ dataDir: dir })
  const { url } = server
  await migrate(url)
  const { prisma, close } = openDatabase({ url, connections: 1, key: { secretKey: SECRET_KEY, dataDir: dir } })
  await applyTownship(prisma, sampleTownship(), { sample: true, replaceSample: false })
  // A clock that was looked at is that of a township that lives: no sample past is told.
  await prisma.productClock.create({ data: { offsetMs: 0n } })
  await close()
  const children = new Set<ChildProcess>()
  return {
    ...{ dir, url, ownDisk },
    async start(env = {}) {
      const own = mkdtempSync(join(tmpdir(), 'shuoshi-prove-data-'))
      const of = { PATH: process.env.PATH ?? '', ...QUIET, DATABASE_URL: url, DATA_DIR: own, SECRET_KEY, BENT_CLOCK: clockFile, ...env }
      const args = ['--import', join(import.meta.dirname, 'bent-clock.ts'), join(root, 'src', 'main.ts')]
      const child = spawn(process.execPath, args, { cwd: tmpdir(), env: of, stdio: ['ignore', 'pipe', 'pipe'] })
      children.add(child)
      let startLog = ''
      const ended = once(child, 'exit').then(() => {
        children.delete(child)
        startLog = readIfThere(join(own, 'log', 'start.log'))
        rmSync(own, { recursive: true, force: true })
        return child.exitCode
      })
      const lastWords = listenTo(child)
      const address = await addressOf(child, lastWords).catch((fault: unknown) => {
        throw new Error(`${fault} ${startLog}`)
      })
      return {
        ...{ child, address, lastWords },
        end(signal) {
          child.kill(signal)
          return ended
        },
      }
    },
    bendClock: (ms) => writeFileSync(clockFile, String(ms)),
    async killDatabase() {
      process.kill(server.pid, 'SIGKILL')
      while (isAlive(server.pid)) await sleep(20)
    },
    stopDatabase: () => server.stop(),
    async startDatabase() {
      if (!isAlive(server.pid)) server = await startEmbedded({ dataDir: dir })
    },
    async rows<T extends object>(sql: string, values: unknown[] = []) {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      return (await client.query<T>(sql, values).finally(() => client.end())).rows
    },
    async close() {
      for (const child of children) child.kill('SIGKILL')
      await server.stop()
      if (ownDisk) execFileSync('umount', [dir])
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

const readIfThere = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '')

function listenTo(child: ChildProcess): () => string {
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-LAST_WORDS)
    })
  return () => said
}

/** Once it says where it is ready. */
async function addressOf(child: ChildProcess, said: () => string): Promise<string> {
  for (;;) {
    const address = /http:\/\/[\w.:-]+/u.exec(said())?.[0]
    if (address !== undefined && said().includes('Ctrl-C')) return address
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`it ended: ${said()}`)
    await sleep(20)
  }
}
