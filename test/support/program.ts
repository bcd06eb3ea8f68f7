import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inject } from 'vitest'
import { readPostmaster } from '../../src/database/postmaster.ts'
import { isAlive } from '../../src/database/process-life.ts'
import { logInto } from './run-logs.ts'

const root = resolve(import.meta.dirname, '../..')

export interface Program {
  child: ChildProcess
  /** All it has said so far, on both streams. */
  said(): string
  /** The page's address, once it is ready; its last words where it ends before. */
  ready(): Promise<string>
  ended(): Promise<number | null>
  kill(signal?: NodeJS.Signals): Promise<number | null>
}

/** The program reads the project's own .env below what it is given here. */
const namesDatabase = (): boolean => {
  const file = join(root, '.env')
  return existsSync(file) && /^\s*DATABASE_URL\s*=\s*\S/mu.test(readFileSync(file, 'utf8'))
}

/** The real program, in a process of its own. */
export function startProgram(settings: Record<string, string>): Program {
  if (settings.DATABASE_URL === undefined && namesDatabase()) throw new Error('.env names a database, and tests write into no real one')
  const env = { PATH: process.env.PATH ?? '', SystemRoot: process.env.SystemRoot ?? '', PORT: '0', ...settings }
  const child = spawn(process.execPath, [join(root, 'src', 'main.ts')], { cwd: tmpdir(), env, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
  }
  const end = new Promise<number | null>((done) =>
    child.on('close', (code) => {
      logInto(inject('logDir')).write(text)
      done(code)
    }),
  )
  const kill = (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal)
    return end
  }
  const ready = async () => {
    for (;;) {
      const address = /http:\/\/[\w.:-]+/.exec(text)?.[0]
      if (address !== undefined && text.includes('Ctrl-C')) return address
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`it ended: ${text}`)
      await sleep(20)
    }
  }
  return { child, said: () => text, ready, ended: () => end, kill }
}

export interface DataDir {
  dir: string
  /** The address of its embedded database, as long as that runs. */
  url(): string
  remove(): Promise<void>
}

export function aDataDir(): DataDir {
  const dir = mkdtempSync(join(tmpdir(), 'shuoshi-data-'))
  chmodSync(dir, 0o711)
  const url = () => {
    const { password, port } = JSON.parse(readFileSync(join(dir, 'postgres.json'), 'utf8'))
    return `postgresql://shuoshi:${password}@127.0.0.1:${port}/shuoshi`
  }
  const remove = async () => {
    const left = readPostmaster(join(dir, 'postgres'))
    if (left !== null && isAlive(left.pid)) process.kill(left.pid, 'SIGINT')
    while (left !== null && isAlive(left.pid)) await sleep(20)
    rmSync(dir, { recursive: true, force: true })
  }
  return { dir, url, remove }
}

/** A port that somebody holds. */
export async function aTakenPort(): Promise<{ port: number; free(): void }> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { port: address.port, free: () => server.close() }
}
