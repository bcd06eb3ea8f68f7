import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { copyingInThread } from '../../src/backup/in-thread.ts'
import { nightlyBackups } from '../../src/backup/nightly.ts'
import { backupBookOf, backupReport } from '../../src/store/backup-book.ts'
import { leasesOf } from '../../src/store/channel-log.ts'
import { masterSealer } from '../../src/store/sealing/master-key.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { openDatabase, SECRET_KEY } from '../support/keys.ts'

// After the run itself, which is when this database was begun.
const NIGHT = new Date('2036-11-30T03:10:00+08:00')
const key = masterSealer({ secretKey: SECRET_KEY, dataDir: '' })
let database: FreshDatabase
let opened: ReturnType<typeof openDatabase>
let dir: string

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'shuoshi-nightly-'))
  database = await freshDatabase({ sample: true })
  opened = openDatabase({ url: database.url, connections: 2 })
})
afterAll(async () => {
  await opened.close()
  await database.close()
  rmSync(dir, { recursive: true, force: true })
})

const instance = (holder: string, faults: unknown[], folder = dir) =>
  nightlyBackups({
    ...{ at: '03:10', dir: folder, keep: 7, holder, now: () => NIGHT },
    book: backupBookOf(opened.prisma),
    copying: copyingInThread(database.url, key),
    leases: leasesOf(opened.prisma),
    fault: (_what, thrown) => faults.push(thrown),
  })

it('makes one a night, by one of several instances, restores it as a trial and takes the old ones away', async () => {
  const book = backupBookOf(opened.prisma)
  const old = { name: '2036-01-01_03-10-00', startedAt: new Date('2036-01-01T03:10:00+08:00') }
  mkdirSync(join(dir, old.name))
  mkdirSync(join(dir, '2036-02-01_03-10-00.new'))
  await book.began({ ...old, dir: join(dir, old.name) })
  const faults: unknown[] = []
  const instances = [instance('one', faults), instance('two', faults)]
  await Promise.all(instances.map((it) => it.look()))
  await expect.poll(async () => (await book.runs())[0]?.trial ?? null, { timeout: 60_000 }).toEqual({ at: NIGHT, why: null })
  await Promise.all(instances.map((it) => it.look()))
  for (const it of instances) await it.stop()
  expect(faults).toEqual([])
  const runs = await book.runs()
  expect(runs.map((it) => it.name)).toEqual(['2036-11-30_03-10-00'])
  expect(readdirSync(dir)).toEqual(['2036-11-30_03-10-00'])
  expect(existsSync(join(dir, '2036-11-30_03-10-00', 'manifest.json'))).toBe(true)
  expect(backupReport(runs)).toMatchObject({ why: null, lastMade: NIGHT, trial: { why: null } })
})

it('says in a word why one was not made', async () => {
  await opened.prisma.backupRun.deleteMany()
  const faults: unknown[] = []
  // A file where the folder should be.
  const it = instance('one', faults, join(dir, '2036-11-30_03-10-00', 'manifest.json'))
  await it.look()
  const book = backupBookOf(opened.prisma)
  await expect.poll(async () => backupReport(await book.runs())?.why, { timeout: 60_000 }).toBe('unwritable')
  await it.stop()
  expect(faults).toHaveLength(1)
})
