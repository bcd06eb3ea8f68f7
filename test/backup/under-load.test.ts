import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { WORD } from '../../src/backup/manifest.ts'
import { restoreBackup } from '../../src/backup/restore-backup.ts'
import { writeBackup } from '../../src/backup/write-backup.ts'
import { brokenAt } from '../../src/domain/history.ts'
import { JsonObject } from '../../src/store/columns.ts'
import { toldHash } from '../../src/store/kept-hash.ts'
import { masterSealer } from '../../src/store/sealing/master-key.ts'
import { freshDatabase } from '../support/database.ts'
import { openDatabase, SECRET_KEY } from '../support/keys.ts'
import { sceneIn } from '../support/scene.ts'
import { startTown, type Town } from '../support/town.ts'

const key = masterSealer({ secretKey: SECRET_KEY, dataDir: '' })
let town: Town
let dir: string

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'shuoshi-backup-'))
  town = await startTown({ REPORT_WINDOW_SECONDS: '0' })
})
afterAll(async () => {
  await town.close()
  rmSync(dir, { recursive: true, force: true })
})

it('is of one moment while the town goes on talking: no matter without its beginning, no chain that is not whole', async () => {
  const scene = await sceneIn(town, '坪头村')
  let talking = true
  let said = 0
  const talk = async () => {
    while (talking) {
      const who = scene.residents[said % scene.residents.length]
      await scene.say(who ?? scene.cadre('clerk'), `三社路口第${++said}根灯杆的路灯不亮了`)
    }
  }
  const all = Promise.all([talk(), talk(), talk()])
  while (said < 6) await new Promise((done) => setTimeout(done, 20))
  const folder = join(dir, 'under-load')
  const { manifest } = await writeBackup({ url: town.databaseUrl, dir: folder, now: () => new Date(), closedWord: key.close(WORD) })
  talking = false
  await all

  const empty = await freshDatabase({ as: 'TEMPLATE template0' })
  expect(await restoreBackup({ url: empty.url, dir: folder, open: key.open })).toEqual({ manifest, migrated: [] })
  const { prisma, close } = openDatabase({ url: empty.url, connections: 1 })
  const tickets = await prisma.ticket.findMany()
  const events = await prisma.ticketEvent.findMany({ orderBy: { n: 'asc' } })
  const told = await prisma.ticketMessage.findMany()
  const messages = new Set((await prisma.message.findMany({ select: { seq: true } })).map((m) => m.seq))
  const guarded = prisma.ticketEvent.updateMany({ data: { note: 'bent' } })
  await expect(guarded).rejects.toThrow('append-only')
  await close()
  await empty.close()
  expect(tickets.length).toBeGreaterThan(0)
  const histories = Map.groupBy(events, (e) => e.ticketId)
  const broken = tickets.filter(({ id }) => {
    const lines = (histories.get(id) ?? []).map((e) => ({
      ...e,
      by: e.byId,
      data: JsonObject.parse(e.data),
      hash: toldHash(e.hash),
      leftHash: null,
    }))
    return lines.length === 0 || brokenAt(id, lines) !== null
  })
  expect(broken).toEqual([])
  expect(told.filter((m) => !messages.has(m.seq))).toEqual([])
})
