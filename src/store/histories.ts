import { z } from 'zod'
import { bentAt } from '../domain/history-head.ts'
import { JsonObject } from './columns.ts'
import { withErasures } from './forget/with-erasures.ts'
import { toldHash } from './kept-hash.ts'
import type { Transaction } from './transaction.ts'

const PAGE = 500

const LOGS = ['ticket', 'chronicle'] as const
const Place = z.object({
  townId: z.string(),
  log: z.enum(LOGS),
  subject: z.string(),
  n: z.number(),
  hash: z.instanceof(Uint8Array).transform(toldHash),
})
type Place = z.infer<typeof Place>

/** The first line of a history that is not as it was written, or that is missing. */
export interface Bent {
  town: string
  log: (typeof LOGS)[number]
  /** The ticket's id, or the chronicle's subject. */
  subject: string
  n: number
}

export interface Checked {
  histories: number
  lines: number
  bent: Bent[]
}

/** Goes through every history there is, a few hundred at a time. */
export async function checkHistories(db: Transaction): Promise<Checked> {
  const found: Checked = { histories: 0, lines: 0, bent: await withoutHead(db) }
  for (let last: Place | null = null; ; ) {
    const rows: unknown[] = await db.historyHead.findMany({
      orderBy: [{ townId: 'asc' }, { log: 'asc' }, { subject: 'asc' }],
      take: PAGE,
      ...(last && { cursor: { townId_log_subject: { townId: last.townId, log: last.log, subject: last.subject } }, skip: 1 }),
    })
    const heads = z.array(Place).parse(rows)
    for (const same of Map.groupBy(heads, (h) => `${h.townId} ${h.log}`).values()) await checkAll(db, same, found)
    last = heads.at(-1) ?? null
    if (last === null) return found
  }
}

/** Heads of one log of one town. What cannot even be read is looked for by halves, down to the line. */
async function checkAll(db: Transaction, heads: readonly Place[], found: Checked): Promise<void> {
  const [first] = heads
  if (!first) return
  const lines = await linesOf(
    db,
    first,
    heads.map((h) => h.subject),
  ).catch(() => null)
  if (lines === null && heads.length > 1) {
    const half = Math.ceil(heads.length / 2)
    await checkAll(db, heads.slice(0, half), found)
    await checkAll(db, heads.slice(half), found)
    return
  }
  for (const head of heads) {
    const own = lines?.get(head.subject) ?? []
    const n = lines === null ? await firstUnreadable(db, head) : bentAt(head.subject, own, head)
    if (n !== null) found.bent.push({ town: head.townId, log: head.log, subject: head.subject, n })
    found.histories += 1
    found.lines += own.length
  }
}

async function linesOf(db: Transaction, { townId, log }: Place, subjects: readonly string[], n?: number) {
  const rows =
    log === 'ticket'
      ? (await db.ticketEvent.findMany({ where: { townId, ticketId: { in: [...subjects] }, ...(n && { n }) } })).map((row) => ({
          ...row,
          subject: row.ticketId,
        }))
      : await db.chronicleLine.findMany({ where: { townId, subject: { in: [...subjects] }, ...(n && { n }) } })
  const lines = (await withErasures(db, townId, rows))
    .map((row) => ({ ...row, by: row.byId, data: JsonObject.parse(row.data) }))
    .toSorted((a, b) => a.n - b.n)
  return Map.groupBy(lines, (line) => line.subject)
}

async function firstUnreadable(db: Transaction, head: Place): Promise<number> {
  for (let n = 1; n < head.n; n++) {
    const read = await linesOf(db, head, [head.subject], n).catch(() => null)
    if (!read?.has(head.subject)) return n
  }
  return head.n
}

/** Lines of a history of which nothing is said apart from them, and tickets that have no history at all. */
async function withoutHead(db: Transaction): Promise<Bent[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT "townId" AS town, 'ticket' AS log, "ticketId" AS subject, min(n)::int AS n FROM "TicketEvent" e
      WHERE NOT EXISTS (SELECT 1 FROM "HistoryHead" h WHERE h."townId" = e."townId" AND h.log = 'ticket' AND h.subject = e."ticketId")
      GROUP BY 1, 3
    UNION SELECT "townId", 'chronicle', subject, min(n)::int FROM "ChronicleLine" c
      WHERE NOT EXISTS (SELECT 1 FROM "HistoryHead" h WHERE h."townId" = c."townId" AND h.log = 'chronicle' AND h.subject = c.subject)
      GROUP BY 1, 3
    UNION SELECT "townId", 'ticket', id, 1 FROM "Ticket" t
      WHERE NOT EXISTS (SELECT 1 FROM "HistoryHead" h WHERE h."townId" = t."townId" AND h.log = 'ticket' AND h.subject = t.id)`
  return z.array(z.object({ town: z.string(), log: z.enum(LOGS), subject: z.string(), n: z.number() })).parse(rows)
}
