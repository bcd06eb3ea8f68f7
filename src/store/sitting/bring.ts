import { z } from 'zod'
import { messageRef } from '../../domain/message-ref.ts'
import type { Heard } from '../../ports/desk.ts'
import type { Place } from '../../ports/store.ts'
import { type Message, Prisma, type Report } from '../generated/client.ts'
import { heardFrom, reportsFrom } from '../talk.ts'
import type { Transaction } from '../transaction.ts'
import { type Brought, LINES_BROUGHT, type LineSaid, type Waiting } from './sitting.ts'

const Seq = z.string().transform(BigInt)
/** What one statement says of what is to be brought; numbers of messages as text. */
const Looked = z.object({
  roster: z.number(),
  next: z.array(Seq),
  reports: z.array(z.string()),
  /** For each of them the lines right before it. */
  before: z.array(z.object({ of: Seq, seqs: z.array(Seq) })),
  links: z.array(z.object({ seq: Seq, ticket: z.string() })),
  ...{
    known: z.array(z.string()),
    asked: z.array(z.string()),
    live: z.array(z.string()),
    told: z.array(z.string()),
    follows: z.array(z.string()),
  },
})
type Looked = z.infer<typeof Looked>

export interface ToHandle {
  heard: Heard[]
  /** The town's roster as it is now. */
  rosterVersion: number
  brought: Brought
}

/** The next lines of a conversation, and everything that a line of talk asks for. Null where nothing waits. */
export async function bringTalk(tx: Transaction, { town, conversation }: Place, now: Date, most: number): Promise<ToHandle | null> {
  const looked = await lookUp(
    tx,
    town,
    now,
    Prisma.sql`lines AS (SELECT seq, conversation, "personId" FROM "Message" WHERE "townId" = ${town} AND conversation = ${conversation} AND "handledAt" IS NULL ORDER BY seq LIMIT ${most}),
      reports AS (SELECT id FROM "Report" WHERE "townId" = ${town} AND conversation = ${conversation} AND "closedAt" IS NULL)`,
  )
  if (looked.next.length === 0) return null
  const { messages, ...brought } = await bring(tx, town, looked, looked.next)
  const next = new Set(looked.next)
  return {
    heard: messages.filter((m) => next.has(m.seq)).map(heardFrom),
    rosterVersion: looked.roster,
    brought: { ...brought, conversation },
  }
}

/** Reports that are to end, with what ending them asks for. */
export async function bringReports(tx: Transaction, town: string, ids: readonly string[], now: Date): Promise<Omit<ToHandle, 'heard'>> {
  const looked = await lookUp(
    tx,
    town,
    now,
    Prisma.sql`lines AS (SELECT DISTINCT ON ("reportId") seq, conversation, "personId" FROM "Message" WHERE "townId" = ${town} AND "reportId" = ANY(${[...ids]}) ORDER BY "reportId", seq),
      reports AS (SELECT unnest(${[...ids]}::text[]) AS id)`,
  )
  const { messages: _, ...brought } = await bring(tx, town, looked, [])
  return { rosterVersion: looked.roster, brought: { ...brought, conversation: null } }
}

/** `of`: the tables `lines` (what is handled, or begins a report that ends) and `reports`. */
async function lookUp(tx: Transaction, town: string, now: Date, of: Prisma.Sql): Promise<Looked> {
  const [row] = await tx.$queryRaw<unknown[]>`
    WITH ${of},
    begun AS (SELECT seq, conversation FROM lines UNION SELECT min(m.seq), m.conversation FROM reports r JOIN "Message" m ON m."townId" = ${town} AND m."reportId" = r.id GROUP BY r.id, m.conversation),
    before AS (SELECT l.seq AS "of", b.seq FROM begun l CROSS JOIN LATERAL (SELECT m.seq FROM "Message" m WHERE m."townId" = ${town} AND m.conversation = l.conversation AND m.seq < l.seq ORDER BY m.seq DESC LIMIT ${LINES_BROUGHT}) b),
    people AS (SELECT DISTINCT "personId" AS id FROM lines WHERE "personId" IS NOT NULL)
    SELECT (SELECT "rosterVersion" FROM "Town" WHERE id = ${town}) AS roster,
      ARRAY(SELECT seq::text FROM lines ORDER BY lines.seq) AS next,
      ARRAY(SELECT id FROM reports) AS reports,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('of', b."of"::text, 'seqs', b.seqs)) FROM (SELECT "of", array_agg(seq::text) AS seqs FROM before GROUP BY "of") b), '[]') AS before,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('seq', l.seq::text, 'ticket', l."ticketId")) FROM "TicketMessage" l WHERE l."townId" = ${town} AND l.seq IN (SELECT seq FROM before)), '[]') AS links,
      ARRAY(SELECT id FROM people) AS known,
      ARRAY(SELECT id FROM people p WHERE EXISTS (SELECT 1 FROM "Question" q WHERE q."townId" = ${town} AND q."personId" = p.id AND q."answeredAt" IS NULL AND q."expiresAt" > ${now})) AS asked,
      ARRAY(SELECT id FROM people p WHERE EXISTS (SELECT 1 FROM "Ticket" t WHERE t."townId" = ${town} AND t."reporterId" = p.id AND t.status IN ('open', 'waiting'))) AS live,
      ARRAY(SELECT id FROM people p WHERE EXISTS (SELECT 1 FROM "Ticket" t WHERE t."townId" = ${town} AND t."reporterId" = p.id)) AS told,
      ARRAY(SELECT id FROM people p WHERE EXISTS (SELECT 1 FROM "Follower" f WHERE f."townId" = ${town} AND f."personId" = p.id)) AS follows`
  return Looked.parse(row)
}

async function bring(tx: Transaction, townId: string, looked: Looked, lines: readonly bigint[]) {
  const said = [...new Set([...lines, ...looked.before.flatMap((b) => b.seqs)])]
  // By lists: one statement that the database and the client know, however many there are.
  const messages = await tx.$queryRaw<Message[]>`
    SELECT * FROM "Message" WHERE "townId" = ${townId} AND (seq = ANY(${said}::bigint[]) OR "reportId" = ANY(${looked.reports}::text[])) ORDER BY seq`
  const reports =
    looked.reports.length > 0
      ? await tx.$queryRaw<Report[]>`SELECT * FROM "Report" WHERE "townId" = ${townId} AND id = ANY(${looked.reports}::text[])`
      : []
  const tickets = Map.groupBy(looked.links, (l) => l.seq)
  const line = new Map(
    messages.map((m) => [
      m.seq,
      lineFrom(
        m,
        (tickets.get(m.seq) ?? []).map((l) => l.ticket),
      ),
    ]),
  )
  const before = looked.before.map(
    ({ of, seqs }) => [of, seqs.toSorted((a, b) => Number(a - b)).flatMap((seq) => line.get(seq) ?? [])] as const,
  )
  return {
    messages,
    reports: reportsFrom(reports, messages),
    // What is handled first of all has nothing before it.
    before: new Map<bigint, LineSaid[]>([...looked.next.map((seq): [bigint, LineSaid[]] => [seq, []]), ...before]),
    people: waitingIn(looked),
  }
}

const waitingIn = ({ known, asked, live, told, follows }: Looked): Waiting => ({
  ...{ known: new Set(known), asked: new Set(asked), live: new Set(live), told: new Set(told), follows: new Set(follows) },
})

const lineFrom = (row: Message, links: readonly string[]): LineSaid => ({
  ...{ seq: row.seq, id: messageRef(row.channel, row.id), person: row.personId, text: row.text, at: row.at, report: row.reportId },
  tickets: [...new Set([...row.ticketIds, ...links])],
})
