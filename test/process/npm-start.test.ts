import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { expect, it } from 'vitest'
import { aDataDir } from '../support/program.ts'

const root = resolve(import.meta.dirname, '../..')

/** The project with nothing but the script that starts it: npm finds all packages there and sets nothing up. */
function aCopy(): string {
  const dir = mkdtempSync(join(tmpdir(), 'shuoshi-npm-'))
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  writeFileSync(join(dir, 'package.json'), JSON.stringify({ name: 'copy', type: 'module', scripts: { start: scripts.start } }))
  for (const part of ['src', 'scripts', 'node_modules']) symlinkSync(join(root, part), join(dir, part), 'junction')
  return dir
}

const isGone = async (reach: () => Promise<unknown>): Promise<boolean> =>
  reach().then(
    () => false,
    () => true,
  )

// Windows has no such signal: there a window is closed, and everything in it ends.
it.skipIf(process.platform === 'win32')('ends with its database when npm is told to end', { timeout: 60_000 }, async () => {
  const dir = aCopy()
  const data = aDataDir()
  const env = { PATH: process.env.PATH ?? '', HOME: dir, PORT: '0', DATA_DIR: data.dir, SAMPLE: 'off', npm_config_update_notifier: 'false' }
  const npm = spawn('npm', ['start'], { cwd: dir, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [npm.stdout, npm.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
  try {
    await expect.poll(() => said, { timeout: 40_000 }).toContain('Ctrl-C')
    const address = /http:\/\/[\w.:-]+/u.exec(said)?.[0] ?? ''
    const database = data.url()
    expect((await fetch(`${address}/health`)).status).toBe(200)
    npm.kill('SIGTERM')
    await expect.poll(() => isGone(() => fetch(`${address}/health`)), { timeout: 10_000 }).toBe(true)
    const reach = async () => {
      const client = new pg.Client({ connectionString: database })
      await client.connect()
      await client.end()
    }
    await expect.poll(() => isGone(reach), { timeout: 10_000 }).toBe(true)
  } finally {
    npm.kill('SIGKILL')
    await data.remove()
    rmSync(dir, { recursive: true })
  }
})
