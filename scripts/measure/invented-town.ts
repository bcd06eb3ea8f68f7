import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { startEmbedded } from '../../src/database/embedded.ts'
import { migrate } from '../../src/database/migrate.ts'
import { defaultSettings } from '../../src/domain/settings.ts'
import { sampleTownship } from '../../src/roster/sample.ts'
import { openDatabase } from '../../src/store/connect.ts'
import { createStore } from '../../src/store/store.ts'
import { rowOf } from '../../src/store/ticket-row.ts'
import { applyTownship } from '../../src/store/township.ts'
import { inventMatters } from './invented-matters.ts'

/** The sample township on a PostgreSQL of its own, with so many invented matters until `now`. */
export async function inventedTown(count: number, now: Date) {
  const dataDir = mkdtempSync(join(tmpdir(), 'shuoshi-invented-'))
  const server = await startEmbedded({ dataDir })
  await migrate(server.url)
  const { prisma, close } = openDatabase({ url: server.url, connections: 4, key: { secretKey: null, dataDir } })
  await applyTownship(prisma, sampleTownship(), { sample: true, replaceSample: false })
  const store = createStore(prisma, { calendar: chineseCalendar(), settings: defaultSettings, newId: randomUUID })
  const [town = ''] = await store.towns()
  const roster = await store.atDesk(town, now, async (desk) => desk.roster)
  const matters = inventMatters(roster, count, now)
  const rows = matters.map((t) => rowOf(town, t))
  for (let at = 0; at < rows.length; at += 1000) await prisma.ticket.createMany({ data: rows.slice(at, at + 1000) })
  await prisma.$executeRaw`ANALYZE`
  return {
    ...{ dataDir, url: server.url, store, town, roster, matters },
    async close() {
      await close()
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
