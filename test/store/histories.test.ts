import { afterAll, beforeAll, expect, it } from 'vitest'
import { bendHistories } from '../../scripts/prove/history.ts'
import { tellHistories } from '../../scripts/prove/told-histories.ts'
import { readMigrations } from '../../src/database/migrate.ts'
import { checkHistories } from '../../src/store/histories.ts'
import { openFresh } from '../support/keys.ts'

let opened: Awaited<ReturnType<typeof openFresh>>

beforeAll(async () => {
  opened = await openFresh()
  await tellHistories(opened.prisma, 8)
})
afterAll(() => opened.close())

it('names the place where a history was bent, whatever was done to it', async () => {
  const { missed, falseAlarms, lines, kinds } = await bendHistories(opened.prisma, 80)
  expect({ missed, falseAlarms }).toEqual({ missed: [], falseAlarms: 0 })
  expect(lines).toBeGreaterThan(20)
  expect([...kinds.keys()]).toEqual(expect.arrayContaining(['a pretended erasure', 'the record of an erasure']))
  expect(kinds.size).toBeGreaterThan(7)
})

it('keeps the head of each history from going', async () => {
  const { prisma } = opened
  const before = await prisma.historyHead.findMany()
  expect(await checkHistories(prisma)).toMatchObject({ histories: before.length, bent: [] })
  await expect(prisma.historyHead.deleteMany()).rejects.toThrow('append-only')
})

it('finds the same of what was written when hashes were text, and what was bent then', async () => {
  const { prisma } = opened
  const { histories } = await checkHistories(prisma)
  for (const table of ['TicketEvent', 'ChronicleLine'])
    await prisma.$executeRawUnsafe(
      `ALTER TABLE "${table}" ALTER hash TYPE text USING encode(hash, 'hex'), ALTER "leftHash" TYPE text USING encode("leftHash", 'hex')`,
    )
  await prisma.$executeRawUnsafe(`ALTER TABLE "HistoryHead" ALTER hash TYPE text USING encode(hash, 'hex')`)
  const bent = await prisma.ticketEvent.findFirstOrThrow({ select: { ticketId: true, n: true }, orderBy: { at: 'asc' } })
  await prisma.$executeRawUnsafe(`ALTER TABLE "TicketEvent" DISABLE TRIGGER USER`)
  await prisma.$executeRaw`UPDATE "TicketEvent" SET hash = upper(hash) WHERE "ticketId" = ${bent.ticketId} AND n = ${bent.n}`
  await prisma.$executeRawUnsafe(`ALTER TABLE "TicketEvent" ENABLE TRIGGER USER`)
  const step = readMigrations().find(({ name }) => name.endsWith('_hashes_as_bytes'))
  for (const statement of (step?.sql ?? '').split(/;\n/u)) if (statement.trim() !== '') await prisma.$executeRawUnsafe(statement)
  expect(await checkHistories(prisma)).toMatchObject({ histories, bent: [{ log: 'ticket', subject: bent.ticketId, n: bent.n }] })
})
