// npm run archive-backlog [-- 100000]: five days of a company's talk through the stand-in of Tencent's library, with its faults; prints what became of it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../src/database/embedded.ts'
import { migrate } from '../src/database/migrate.ts'
import { runBacklog } from '../test/support/archive-backlog.ts'
import { anOutboxTown } from '../test/support/outbox.ts'

const messages = Number(process.argv[2] ?? 100_000)
const dataDir = mkdtempSync(join(tmpdir(), 'shuoshi-archive-'))
const server = await startEmbedded({ dataDir, durable: false })
try {
  await migrate(server.url)
  const town = await anOutboxTown({ channel: 'wecom-robot', groups: 20, sandbox: false, url: server.url })
  const size = { messages, photos: 40, groups: 20, answerMs: 20_000, backOffMs: 500, patienceMs: 20 * 60_000 }
  const report = await runBacklog(town, size, console.error)
  await town.close()
  console.log(JSON.stringify(report, null, 2))
  const { lost, twice, outOfOrder, leaks, staleTickets, photosFetched } = report
  process.exitCode = lost + twice + outOfOrder + leaks + staleTickets > 0 || photosFetched !== size.photos ? 1 : 0
} finally {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
