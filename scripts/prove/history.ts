import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../../src/database/embedded.ts'
import { migrate } from '../../src/database/migrate.ts'
import { openDatabase } from '../../src/store/connect.ts'
import { type Bent, checkHistories } from '../../src/store/histories.ts'
import type { Database } from '../../src/store/transaction.ts'
import { dice } from '../measure/invented-matters.ts'
import { type Bend, bend, type Line } from './bend.ts'
import type { Proof } from './proof.ts'
import { tellHistories } from './told-histories.ts'

const MATTERS = 24
const EVERY = 1000

const isThere = (bent: Bent, { log, subject, n }: Bend['at'][number]): boolean =>
  bent.log === log && bent.subject === subject && (n === null || bent.n === n)

class TakenBack extends Error {}

/** Each bending in a transaction that is taken back, with triggers and foreign keys off and the checks gone. */
export async function bendHistories(db: Database, times: number, say: (line: string) => void = () => {}) {
  const checks = await db.$queryRaw<{ table: string; name: string }[]>`
    SELECT conrelid::regclass::text AS table, conname AS name FROM pg_constraint WHERE contype = 'c' AND conrelid = '"TicketEvent"'::regclass`
  for (const { table, name } of checks) await db.$executeRawUnsafe(`ALTER TABLE ${table} DROP CONSTRAINT "${name}"`)
  const lines: Line[] = [
    ...(await db.ticketEvent.findMany()).map((l) => ({ ...l, log: 'ticket' as const, subject: l.ticketId })),
    ...(await db.chronicleLine.findMany()).map((l) => ({ ...l, log: 'chronicle' as const })),
  ]
  const luck = dice(11)
  const missed: Bend[] = []
  const kinds = new Map<string, number>()
  const untouched = (await checkHistories(db)).bent.length
  for (let i = 0; i < times; i++) {
    await db
      .$transaction(async (tx) => {
        await tx.$executeRaw`SET LOCAL session_replication_role = replica`
        const done = await bend(tx, lines, luck)
        const { bent } = await checkHistories(tx)
        kinds.set(done.how, (kinds.get(done.how) ?? 0) + 1)
        if (!done.at.some((it) => bent.some((b) => isThere(b, it)))) missed.push(done)
        throw new TakenBack()
      })
      .catch((fault: unknown) => {
        if (!(fault instanceof TakenBack)) throw fault
      })
    if (i % EVERY === EVERY - 1) say(`${i + 1} bendings, ${missed.length} missed`)
  }
  const after = await checkHistories(db)
  return { missed, kinds, lines: after.lines, falseAlarms: untouched + after.bent.length }
}

export const history: Proof = {
  name: 'history',
  promises: 'a bit flipped, a line removed, two exchanged in a history are found, with the place',
  owed: 10_000,
  async run(size, say) {
    const dataDir = mkdtempSync(join(tmpdir(), 'shuoshi-prove-'))
    const server = await startEmbedded({ dataDir, durable: false })
    await migrate(server.url)
    const { prisma, close } = openDatabase({ url: server.url, connections: 2, key: { secretKey: null, dataDir } })
    try {
      await tellHistories(prisma, MATTERS)
      const { missed, kinds, lines, falseAlarms } = await bendHistories(prisma, size, say)
      for (const it of missed.slice(0, 10)) say(`not found: ${it.how} at ${JSON.stringify(it.at[0])}`)
      const figures = { lines, bendings: size, ...Object.fromEntries(kinds), 'not found': missed.length, 'false alarms': falseAlarms }
      return { kept: missed.length === 0 && falseAlarms === 0, figures }
    } finally {
      await close()
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    }
  },
}
