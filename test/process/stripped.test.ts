import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../src/settings/config.ts'

const root = mkdtempSync(join(tmpdir(), 'shuoshi-stripped-'))
const SCRIPT = join('scripts', 'stripped.mjs')

function node(...args: string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return stdout.trim()
}

const write = (value: number) => writeFileSync(join(root, 'src', 'told.ts'), `export const told: number = ${value}\n`)
const strip = () => node(SCRIPT)
/** What the program tells, and whether Node had to strip it. */
const read = () =>
  node(
    `--import=./${SCRIPT}`,
    '--input-type=module',
    '--eval',
    "const { told } = await import('./src/told.ts'); console.log(told, process.moduleLoadList.some((it) => it.includes('amaro')))",
  )

beforeAll(() => {
  for (const dir of ['scripts', 'src']) mkdirSync(join(root, dir))
  cpSync(join(projectRoot, SCRIPT), join(root, SCRIPT))
  write(1)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('the program without its types', () => {
  it('is read as it is where nothing has been stripped', () => {
    expect(read()).toBe('1 true')
  })

  it('is read without Node’s parser once it has', () => {
    strip()
    expect(read()).toBe('1 false')
  })

  it('is never one from before: what has changed since is read as it is', () => {
    write(2)
    expect(read()).toBe('2 true')
    strip()
    expect(read()).toBe('2 false')
    expect(readdirSync(join(root, 'node_modules', '.cache', 'shuoshi', 'stripped'))).toHaveLength(1)
  })
})
