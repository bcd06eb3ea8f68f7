import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inventRows } from '../../scripts/prove/invented-rows.ts'
import { restoreBackup } from '../../src/backup/restore-backup.ts'
import { writeBackup } from '../../src/backup/write-backup.ts'
import { migrate, readMigrations } from '../../src/database/migrate.ts'
import { sealerWith } from '../../src/store/seal.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'

const key = sealerWith(new Uint8Array(32))
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
  return { folder, ...(await writeBackup({ url, dir: folder, now, close: key.close })) }
}

describe('a backup', () => {
  it.each([1, 6, MIGRATIONS.length])('of the schema after %i steps is restored into today’s, row by row', async (steps) => {
    const { folder, manifest } = await anOldOne(steps)
    const url = await aDatabase()
    const restored = await restoreBackup({ url, dir: folder, open: key.open })
    expect(restored).toEqual({ manifest, migrated: MIGRATIONS.slice(steps).map((it) => it.name) })
    expect(manifest.tables.every((t) => t.rows > 0)).toBe(true)
    if (steps < MIGRATIONS.length) return
    const again = await writeBackup({ url, dir: join(dir, 'again'), now, close: key.close })
    expect(again.manifest).toEqual({ ...manifest, closedWord: again.manifest.closedWord })
  })

  it('is refused, and changes nothing, where it does not fit', async () => {
    const { folder } = await anOldOne(MIGRATIONS.length)
    const url = await aDatabase()
    const other = sealerWith(new Uint8Array(32).fill(1))
    expect(await restoreBackup({ url, dir: join(dir, 'nowhere'), open: key.open })).toEqual({ refused: 'no-backup' })
    expect(await restoreBackup({ url, dir: folder, open: other.open })).toEqual({ refused: 'other-key' })
    const used = await aDatabase({ sample: true })
    expect(await restoreBackup({ url: used, dir: folder, open: key.open })).toEqual({ refused: 'not-empty' })
    appendFileSync(join(folder, 'Ticket.copy.gz'), 'x')
    expect(await restoreBackup({ url, dir: folder, open: key.open })).toEqual({ refused: 'damaged', file: 'Ticket.copy.gz' })
    rmSync(join(folder, 'Ticket.copy.gz'))
    expect(await restoreBackup({ url, dir: folder, open: key.open })).toEqual({ refused: 'damaged', file: 'Ticket.copy.gz' })
    // It is as empty as before: a whole one can still be brought back.
    const whole = await anOldOne(1)
    expect(await restoreBackup({ url, dir: whole.folder, open: key.open })).toHaveProperty('manifest')
    expect(readdirSync(dir).filter((name) => name.endsWith('.new'))).toEqual([])
  })
})
