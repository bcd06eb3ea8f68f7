import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { shippedWeights } from '../../src/classify/shipped-weights.ts'
import { defaultSettings } from '../../src/domain/settings.ts'
import type { SandboxPerson } from '../../src/ports/sandbox.ts'
import { projectRoot } from '../../src/settings/config.ts'
import { createStore } from '../../src/store/store.ts'
import { openDatabase, SECRET_KEY } from '../support/keys.ts'
import { startTown, type Town } from '../support/town.ts'

const shipped = shippedWeights()
const SHIPPED = shipped.version
const SCORES = { kinds: 0.9, matter: 0.9, own: 1, texts: 400 }

let town: Town
let folder: string
let group: string
let speaker: SandboxPerson

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shuoshi-models-'))
  town = await startTown({ DATA_DIR: folder, REPORT_WINDOW_SECONDS: '0' })
  group = (await town.group('坪头村')).id
  const [first] = await town.people(`role=resident&village=${encodeURIComponent('坪头村')}`)
  if (!first) throw new Error('nobody')
  speaker = first
})
afterAll(async () => {
  await town.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What a night's training would write, without the night. */
async function trained(version: string, at: string): Promise<void> {
  const { prisma, close } = openDatabase({ url: town.databaseUrl })
  const store = createStore(prisma, { calendar: chineseCalendar(), settings: defaultSettings, newId: () => version })
  const weights = JSON.stringify({ ...shipped, version })
  const scores = { old: SCORES, new: SCORES }
  await store.atDesk('jifeng', new Date(at), (desk) => desk.keepModel({ version, upTo: new Date(at), examples: 10, scores, weights }))
  await close()
}

/** The model that judges what is said now; it is taken up within some seconds, without a restart. */
async function reading(version: string): Promise<string> {
  for (let tries = 0; tries < 60; tries++) {
    await town.say(group, speaker.id, `第${tries}句：今天去赶集的人真多`)
    await town.settle()
    const [last] = await town.rows<{ judgement: { version: string } }>(
      `SELECT judgement FROM "Report" WHERE judgement IS NOT NULL ORDER BY "openedAt" DESC, id DESC LIMIT 1`,
    )
    if (last?.judgement.version === version) return version
    await new Promise((done) => setTimeout(done, 500))
  }
  return 'never taken up'
}

const model = (...args: string[]): Promise<{ said: string; code: number }> =>
  new Promise((done) => {
    const env = { PATH: process.env.PATH ?? '', DATABASE_URL: town.databaseUrl, DATA_DIR: folder, SECRET_KEY }
    execFile(process.execPath, [join(projectRoot, 'scripts', 'model.ts'), ...args], { env }, (fault, stdout, stderr) =>
      done({ said: `${stdout}${stderr}`.trim(), code: Number(fault?.code ?? 0) }),
    )
  })

describe('a model that was trained here', () => {
  it('reads without a restart, and a copy lies under DATA_DIR', async () => {
    expect(await reading(SHIPPED)).toBe(SHIPPED)
    await trained('local-a', '2026-11-20T02:30:00+08:00')
    expect(await reading('local-a')).toBe('local-a')
    await trained('local-b', '2026-11-21T02:30:00+08:00')
    expect(await reading('local-b')).toBe('local-b')
    expect(JSON.parse(readFileSync(join(folder, 'models', 'jifeng', 'local-b.json'), 'utf8')).version).toBe('local-b')
  })

  it('can be seen and taken away by the operator', async () => {
    const { said } = await model('list')
    expect(said.split('\n')).toHaveLength(2)
    expect(said).toMatch(/^local-b .*在用.*\nlocal-a .*留着/u)
    const file = join(folder, 'out.json')
    expect((await model('export', 'local-a', file)).code).toBe(0)
    expect(JSON.parse(readFileSync(file, 'utf8')).version).toBe('local-a')
  })

  it('is rolled back to the one before, and to the product’s own', async () => {
    expect((await model('rollback')).said).toBe('好了，改用local-a。正在运行的程序几秒内换上，不用重启。')
    expect(await reading('local-a')).toBe('local-a')
    expect((await model('rollback', 'shipped')).code).toBe(0)
    expect(await reading(SHIPPED)).toBe(SHIPPED)
    expect(await model('rollback')).toEqual({ said: '现在用的就是随程序带来的模型，没有更早的了。', code: 1 })
    expect((await model('rollback', 'local-x')).code).toBe(1)
    expect((await model('polish')).code).toBe(1)
  })
})
