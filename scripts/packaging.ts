// npm run packaging: tries the container file and the unit with what this machine has, and says of the rest that it was not tried.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { projectRoot } from '../src/settings/config.ts'
import { copied, listOf, UNIT, unitHere } from './measure/packaged.ts'

const READY_MS = 60_000

type Tried = { well: boolean; line: string }

const well = (line: string): Tried => ({ well: true, line: `well  ${line}` })
const wrong = (line: string): Tried => ({ well: false, line: `WRONG ${line}` })
const notTried = (line: string): Tried => ({ well: true, line: `–     ${line}: not tried, for it is not at hand` })

const isHere = (program: string, args: string[]): boolean => spawnSync(program, args, { stdio: 'ignore' }).status === 0

function unitIsRead(dir: string): Tried {
  if (!isHere('systemd-analyze', ['--version'])) return notTried('the unit, by systemd-analyze')
  writeFileSync(join(dir, UNIT), unitHere())
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', join(dir, UNIT)], { encoding: 'utf8' })
  return status === 0 ? well('the unit is one that systemd reads') : wrong(`the unit: ${stderr}`)
}

/** The files that the image is made of, alone in a directory: they start, answer, and stop when they are told to. */
async function startsAlone(dir: string): Promise<Tried> {
  const root = join(dir, 'shuoshi')
  for (const path of copied()) cpSync(join(projectRoot, path), join(mkdirOf(root, path), path), { recursive: true })
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'))
  const [program = '', ...args] = listOf('CMD')
  const env = { PATH: process.env.PATH ?? '', DATA_DIR: join(dir, 'data'), PORT: '0', HOST: '127.0.0.1', SAMPLE: 'off', SANDBOX: 'off' }
  const child = spawn(join(root, program), args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk) => (said += String(chunk)))
  const began = performance.now()
  const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1)
  while (!said.includes('http://') && child.exitCode === null && performance.now() - began < READY_MS) await sleep(50)
  const address = /http:\/\/[\w.:]+/u.exec(said)?.[0]
  const answers = address !== undefined && (await fetch(`${address}/health`)).ok
  const ready = seconds(began)
  const told = performance.now()
  child.kill('SIGTERM')
  if (child.exitCode === null) await once(child, 'exit')
  const what = `the image’s files alone: ready in ${ready} s, stopped in ${seconds(told)} s`
  return answers && child.exitCode === 0 ? well(what) : wrong(`${what}, ended with ${child.exitCode}\n${said}`)
}

function mkdirOf(root: string, path: string): string {
  mkdirSync(join(root, dirname(path)), { recursive: true })
  return root
}

function builds(): Tried {
  const program = ['podman', 'docker'].find((it) => isHere(it, ['info']))
  if (program === undefined) return notTried('the image, by podman or docker with its daemon')
  const { status } = spawnSync(program, ['build', '-f', join('.github', 'Containerfile'), '-t', 'shuoshi-tried', '.'], {
    cwd: projectRoot,
    stdio: 'inherit',
  })
  return status === 0 ? well(`the image is built by ${program}`) : wrong(`the image: ${program} ended with ${status}`)
}

const dir = mkdtempSync(join(tmpdir(), 'shuoshi-packaging-'))
chmodSync(dir, 0o711)
const tried = [unitIsRead(dir), await startsAlone(dir), builds()]
rmSync(dir, { recursive: true, force: true })
for (const { line } of tried) console.log(line)
process.exitCode = tried.every((it) => it.well) ? 0 : 1
