import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inventRows } from '../../scripts/prove/invented-rows.ts'
import { MANIFEST, WORD } from '../../src/backup/manifest.ts'
import { restoreBackup } from '../../src/backup/restore-backup.ts'
import { writeBackup } from '../../src/backup/write-backup.ts'
import { migrate, readMigrations } from '../../src/database/migrate.ts'
import { masterSealer } from '../../src/store/sealing/master-key.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { SECRET_KEY } from '../support/keys.ts'

const key = masterSealer({ secretKey: SECRET_KEY, dataDir: '' })
const MIGRATIONS = readMigrations()
const EMPTY = { as: 'TEMPLATE template0' }
const MADE = new Date('2026-11-29T03:10:00+08:00')
const now = () => MADE

let dir: string
let databases: FreshDatabase[]
let made = 0

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'shuoshi-backup-'))
  databases = []
})
afterAll(async () => {
  for (const database of databases) await database.close()
  rmSync(dir, { recursive: true, force: true })
})

async function aDatabase(of: Parameters<typeof freshDatabase>[0] = EMPTY): Promise<string> {
  const database = await freshDatabase(of)
  databases.push(database)
  return database.url
}

/** A database as an older release left it, with rows of every kind, and its backup. */
async function anOldOne(steps: number) {
  const url = await aDatabase()
  await migrate(url, MIGRATIONS.slice(0, steps))
  await inventRows(url, 30, MIGRATIONS.slice(steps))
  const folder = join(dir, `${made++}-after-${steps}`)
  return { folder, ...(await writeBackup({ url, dir: folder, now, closedWord: key.close(WORD) })) }
}

describe('a backup', () => {
  it('of the first release is restored into today’s schema', async () => {
    const { folder, manifest } = await anOldOne(1)
    const url = await aDatabase()
    const migrated = MIGRATIONS.slice(1).map((it) => it.name)
    expect(await restoreBackup({ url, dir: folder, open: key.open })).toEqual({ manifest, migrated })
    expect(manifest.tables.every((t) => t.rows > 0)).toBe(true)
  })

  it('can be brought back after a try that was broken off, or that failed over something nobody foresaw', async () => {
    const { folder, manifest } = await anOldOne(1)
    const url = await aDatabase()
    const strange = join(dir, 'strange')
    cpSync(folder, strange, { recursive: true })
    const nowhere = { name: 'Nowhere', columns: ['id'], rows: 0, hash: '' }
    writeFileSync(join(strange, MANIFEST), JSON.stringify({ ...manifest, tables: [...manifest.tables, nowhere] }))
    await expect(restoreBackup({ url, dir: strange, open: key.open })).rejects.toThrow('Nowhere')
    await migrate(url, MIGRATIONS.slice(0, 1))
    expect(await restoreBackup({ url, dir: folder, open: key.open })).toMatchObject({ manifest })
  })

  it('comes back row by row, and is refused, changing nothing, where it does not fit', async () => {
    const { folder, manifest } = await anOldOne(MIGRATIONS.length)
    const url = await aDatabase()
    const restore = (from: string, { into = url, by = key } = {}) => restoreBackup({ url: into, dir: from, open: by.open })
    expect(await restore(join(dir, 'nowhere'))).toEqual({ refused: 'no-backup' })
    expect(await restore(folder, { by: masterSealer({ secretKey: 'the key of somebody else', dataDir: '' }) })).toEqual({
      refused: 'other-key',
    })
    expect(await restore(folder, { into: await aDatabase({ sample: true }) })).toEqual({ refused: 'not-empty' })
    const damaged = join(dir, 'damaged')
    cpSync(folder, damaged, { recursive: true })
    appendFileSync(join(damaged, 'Ticket.copy.gz'), 'x')
    expect(await restore(damaged)).toEqual({ refused: 'damaged', file: 'Ticket.copy.gz' })
    rmSync(join(damaged, 'Message.copy.gz'))
    expect(await restore(damaged)).toEqual({ refused: 'damaged', file: 'Message.copy.gz' })
    // It is as empty as before: a whole one can still be brought back.
    expect(await restore(folder)).toEqual({ manifest, migrated: [] })
    const again = await writeBackup({ url, dir: join(dir, 'again'), now, closedWord: key.close(WORD) })
    expect(again.manifest).toEqual({ ...manifest, closedWord: again.manifest.closedWord })
    expect(readdirSync(dir).filter((name) => name.endsWith('.new'))).toEqual([])
  })
})
