// npm run check-history: whether every line of every history is as it was written, none is missing, and what is kept of months and years is what
// the matters come to; names the place where not.
import { openConfiguredDatabase } from '../src/database/configured-database.ts'
import { type Config, loadConfig } from '../src/settings/config.ts'
import { openDatabase } from '../src/store/connect.ts'
import { checkHistories } from '../src/store/histories.ts'
import { checkSums } from '../src/store/kept-sums-check.ts'
import { historyProgram as words } from '../src/wording/history.ts'
import { orRefuse } from './at-towns-desk.ts'

async function run(config: Config): Promise<number> {
  const { url, close } = await orRefuse(config, openConfiguredDatabase(config))
  const { prisma, close: disconnect } = openDatabase({ url, key: config })
  try {
    const { histories, lines, bent } = await checkHistories(prisma)
    for (const { town, log, subject, n } of bent) {
      const where = { townId_id: { townId: town, id: subject } }
      const ticket = log === 'ticket' ? await prisma.ticket.findUnique({ where, select: { label: true } }) : null
      console.error(words.bent(log, ticket?.label ?? subject, n))
    }
    console.log(bent.length === 0 ? words.whole(histories, lines) : words.sum(histories, bent.length))
    const wrong = await checkSums(prisma)
    for (const { town, village, span } of wrong) {
      const node = await prisma.gridNode.findUnique({ where: { townId_id: { townId: town, id: village } }, select: { name: true } })
      console.error(words.wrongSum(node?.name ?? village, span))
    }
    return bent.length + wrong.length === 0 ? 0 : 1
  } finally {
    await disconnect()
    await close()
  }
}

const config = loadConfig()
if ('faults' in config) for (const fault of config.faults) console.error(fault)
process.exitCode = 'faults' in config ? 1 : await run(config)
