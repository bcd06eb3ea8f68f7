import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartRefused } from '../domain/start-fault.ts'
import { makeDir } from './make-dir.ts'
import type { Account } from './postgres-account.ts'
import type { Programs } from './postgres-programs.ts'
import { endPostmaster, readPostmaster } from './postmaster.ts'

type Command = ReturnType<Account['command']>

/** Runs one of PostgreSQL's programs to its end. */
export function run({ file, args, as }: Command, input = ''): Promise<{ code: number | null; output: string }> {
  return new Promise((done) => {
    const child = spawn(file, args, { ...as, windowsHide: true, stdio: ['pipe', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
    child.stdin.on('error', () => {})
    child.stdin.end(input)
    child.on('error', (error) => done({ code: null, output: `${output}${error.message}` }))
    child.on('close', (code) => done({ code, output }))
  })
}

interface Place {
  dataDir: string
  cluster: string
  programs: Programs
  account: Account
}

/** Starts the server and leaves it in a life of its own; answers `ready`, or what it said before it gave up. */
export async function launch({ dataDir, cluster, programs, account }: Place): Promise<string> {
  const logFile = postgresLog(dataDir)
  const said = statSync(logFile).size
  if (process.platform === 'win32') {
    // Only pg_ctl can start a server from an administrator's account there. What it says lies in the log: the server inherits
    // its streams and would hold a pipe of ours open as long as it lives.
    const child = spawn(programs.pgCtl, ['start', '-w', '-s', '-D', cluster, '-l', logFile], { windowsHide: true, stdio: 'ignore' })
    const code = await new Promise<number | null>((done) => {
      child.on('error', () => done(null))
      child.on('exit', done)
    })
    return code === 0 ? 'ready' : readFileSync(logFile, 'utf8').slice(said)
  }
  const { file, args, as } = account.command(programs.postgres, ['-D', cluster])
  const log = openSync(logFile, 'a')
  // Detached: Ctrl-C reaches us only, and we stop the server when our own work is put in order.
  const child = spawn(file, args, { ...as, detached: true, windowsHide: true, stdio: ['ignore', log, log] })
  closeSync(log)
  child.unref()
  let ended: string | null = null
  child.on('error', (error) => {
    ended = error.message
  })
  child.on('exit', () => {
    ended ??= ''
  })
  for (;;) {
    await sleep(10)
    if (ended !== null) return `${ended}${readFileSync(logFile, 'utf8').slice(said)}`
    const server = readPostmaster(cluster)
    if (server?.pid === child.pid && server?.ready === true) return 'ready'
  }
}

/** Ends a server with its work put in order. Windows knows no signals: there pg_ctl asks it, for a signal of ours would cut it off. */
export async function endServer({ cluster, programs }: Pick<Place, 'cluster' | 'programs'>, pid: number): Promise<void> {
  if (process.platform === 'win32')
    await run({ file: programs.pgCtl, args: ['stop', '-w', '-s', '-m', 'fast', '-t', '30', '-D', cluster], as: {} })
  await endPostmaster(pid)
}

function postgresLog(dataDir: string): string {
  const file = join(dataDir, 'log', 'postgres.log')
  makeDir(join(dataDir, 'log'), 0o755)
  closeSync(openSync(file, 'a', 0o600))
  if (statSync(file).size > 10_000_000) truncateSync(file)
  return file
}

/** What the programs' own words mean for whoever runs us. */
export function clusterFault(dataDir: string, output: string): StartRefused {
  const cause = new Error(output)
  if (/No space left|disk full|Disk quota|File too large|ENOSPC|wrote only \d+ of|free disk space/i.test(output))
    return new StartRefused({ fault: 'disk-full', dir: dataDir }, { cause })
  if (/incompatible with server/.test(output)) return new StartRefused({ fault: 'data-dir-of-other-postgres', dir: dataDir }, { cause })
  const closed = /permission denied|EACCES|wrong ownership|Operation not permitted/i.test(output)
  if (closed) {
    const asRoot = process.getuid?.() === 0
    return new StartRefused({ fault: asRoot ? 'data-dir-closed-to-postgres' : 'data-dir-unwritable', dir: dataDir }, { cause })
  }
  return new StartRefused({ fault: 'postgres-failed', log: join(dataDir, 'log', 'postgres.log') }, { cause })
}
