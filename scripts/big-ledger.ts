// npm run big-ledger [-- ROWS]: the ledger of so many matters, by the program that writes it, with its seconds and its memory.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openConfiguredDatabase } from '../src/database/configured-database.ts'
import { sampleTownship } from '../src/roster/sample.ts'
import { openDatabase } from '../src/store/connect.ts'
import { applyTownship } from '../src/store/township.ts'

const [rows = '100000'] = process.argv.slice(2)
const MB = 1024 * 1024
/** As `npm run ledger` is started: what is thrown away goes at once. */
const LEAN = ['--max-old-space-size=96', '--max-semi-space-size=4']

/** Matters of a year, one every five minutes, told by people of the sample in words of an ordinary length. */
const fill = (n: number) => `
  WITH v AS (SELECT id, short, row_number() OVER (ORDER BY position) AS i, count(*) OVER () AS n FROM "GridNode" WHERE level = 'village'),
       p AS (SELECT id, row_number() OVER (ORDER BY position) AS i, count(*) OVER () AS n FROM "Person")
  INSERT INTO "Ticket" ("townId", id, label, number, "villageId", "placeId", kind, duty, title, text, source, stage, status, mode, "ownerId", "coOwnerIds",
    "reporterId", "aboutIds", "openedAt", "countedFrom", "respondBy", "completeBy", "respondedAt", "resolvedAt", "endedAt", resolution, solved, satisfaction, evidence)
  SELECT (SELECT id FROM "Town" LIMIT 1), 't' || s, v.short || s, s, v.id, v.id, (ARRAY['village','village','neighbour','household'])[1 + s % 4], 'V-LAMP', '路口路灯不亮',
    '村口往里走第' || s || '根杆子上的灯又不亮了，晚上老人走路看不清，昨天还有人绊了一跤，麻烦来人看一下，我电话1390000' || lpad((s % 10000)::text, 4, '0'),
    'group', 'archive', 'closed', 'led', (SELECT id FROM p WHERE p.i = 1 + s % 40), '{}', (SELECT id FROM p WHERE p.i = 1 + s % p.n), '{}',
    m.at, m.at, m.at + interval '1 day', m.at + interval '9 days', m.at + interval '5 hours', m.at + interval '3 days', m.at + interval '4 days',
    '换了灯泡，线路也查了一遍，暂时没有别的问题', true, 'good', '{}'
  FROM generate_series(1, ${n}) AS s JOIN v ON v.i = 1 + s % v.n CROSS JOIN LATERAL (SELECT '2026-01-01T00:00:00+08:00'::timestamptz + s * interval '4 minutes' AS at) m`

/** The highest a process stood, while there is one to ask. */
function residentMb(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

async function measured(url: string, file: string): Promise<string> {
  const began = performance.now()
  const program = [...LEAN, resolve(import.meta.dirname, 'ledger.ts'), file, '2026']
  const child = spawn(process.execPath, program, {
    env: { ...process.env, DATABASE_URL: url, DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let peak = 0
  const watch = setInterval(() => (peak = Math.max(peak, residentMb(child.pid ?? 0))), 50)
  await once(child, 'exit')
  clearInterval(watch)
  const seconds = (performance.now() - began) / 1000
  return `${seconds.toFixed(1)} s, ${Math.round(statSync(file).size / MB)} MB on disk, ${Math.round(peak)} MB of memory at most`
}

const dataDir = mkdtempSync(join(tmpdir(), 'big-ledger-'))
const server = await openConfiguredDatabase({ databaseUrl: null, dataDir })
try {
  const { prisma, close } = openDatabase({ url: server.url, key: { secretKey: null, dataDir } })
  await applyTownship(prisma, sampleTownship(), { sample: true, replaceSample: false })
  await prisma.$executeRawUnsafe(fill(Number(rows)))
  await prisma.$executeRawUnsafe('ANALYZE "Ticket"')
  await close()
  for (const form of ['xlsx', 'csv'])
    console.log(`${rows} matters, ${form}: ${await measured(server.url, join(dataDir, `ledger.${form}`))}`)
} finally {
  await server.close()
  rmSync(dataDir, { recursive: true, force: true })
}
