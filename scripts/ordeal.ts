// npm run ordeal [-- 100000]: so many notices through a platform half of whose calls fail; prints what became of each.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../src/database/embedded.ts'
import { migrate } from '../src/database/migrate.ts'
import { runOrdeal } from '../test/support/ordeal.ts'

const notices = Number(process.argv[2] ?? 100_000)
const dataDir = mkdtempSync(join(tmpdir(), 'shuoshi-ordeal-'))
const server = await startEmbedded({ dataDir, durable: false })
try {
  await migrate(server.url)
  const size = { notices, groups: Math.max(4, Math.round(notices / 250)), people: Math.max(4, Math.round(notices / 1000)), seed: 1 }
  const report = await runOrdeal(server.url, size, console.error)
  console.log(JSON.stringify(report, null, 2))
  const { undecided, deadWithoutReason, duplicates, untrue, outOfOrder, mostInAMinute } = report
  process.exitCode = undecided + deadWithoutReason + duplicates + untrue + outOfOrder > 0 || mostInAMinute > 20 ? 1 : 0
} finally {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
