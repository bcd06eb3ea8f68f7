import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

export interface Product {
  address: string
  pid: number
  stop(): Promise<void>
}

const root = resolve(import.meta.dirname, '..', '..')
const main = join(root, 'src', 'main.ts')

/** What `npm start` tells Node, before it names the program. */
const Started = z.object({ scripts: z.object({ start: z.string() }) })
const words = Started.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).scripts.start.split(' ')
const flags = words.slice(1, words.indexOf('src/main.ts'))

/** The real program in a process of its own, on a database that is none of the settings': thousands of lines of nonsense are written. */
export async function startProduct(env: Record<string, string>): Promise<Product> {
  const quiet = { PORT: '0', LOG_LEVEL: 'silent', QUIET_FROM: '00:00', QUIET_TO: '00:00', GROUP_POSTS_PER_HOUR: '600', BACKUP_AT: 'off' }
  const child = spawn(process.execPath, [...flags, main], {
    cwd: root,
    env: { ...process.env, ...quiet, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((done, failed) => {
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += String(chunk)
      const found = /http:\/\/[\d.]+:\d+/u.exec(said)?.[0]
      if (found) done(found)
    })
    child.once('exit', () => failed(new Error(`did not start: ${said}`)))
  })
  return {
    address,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}
