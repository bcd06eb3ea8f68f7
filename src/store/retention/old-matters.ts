import { FORGOTTEN_NAME } from '../../domain/forgotten.ts'
import { JsonObject } from '../columns.ts'
import { type Left, rewrite } from '../forget/histories.ts'
import { Prisma } from '../generated/client.ts'
import { toldHash } from '../kept-hash.ts'
import { emptied } from './media.ts'
import type { Night } from './night.ts'

const A_NIGHT = 100
/** What anybody said of it. */
const BARE = { text: '', resolution: null, waitingReason: null, extensionAsked: Prisma.DbNull }

/**
 * Matters that were over long enough: their words, photos and notes go, and whoever told them by a cadre is nobody. Left alone is
 * what has become a file of another law: a petition, a measurement, a mediation, something handed over.
 */
export async function oldMatters({ tx, town, before, now, newId }: Night): Promise<number> {
  const old = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Ticket" t WHERE "townId" = ${town} AND "endedAt" < ${before} AND text <> ''
      AND NOT EXISTS (SELECT 1 FROM "MeasureCase" c WHERE c."townId" = t."townId" AND c."ticketId" = t.id)
    ORDER BY "endedAt" LIMIT ${A_NIGHT}`
  const ids = old.map((t) => t.id)
  if (ids.length === 0) return 0
  const links = await tx.ticketMessage.findMany({ where: { townId: town, ticketId: { in: ids } }, select: { seq: true } })
  const told = { townId: town, seq: { in: links.map((l) => l.seq) } }
  const lines = await tx.message.findMany({ where: told, select: { seq: true, photos: true, voice: true, reportId: true } })
  await emptied(tx, town, lines)
  await tx.message.updateMany({ where: told, data: { text: '' } })
  // A judgement quotes what it is about.
  const reports = lines.flatMap((l) => l.reportId ?? [])
  await tx.report.updateMany({ where: { townId: town, id: { in: reports } }, data: { judgement: Prisma.DbNull } })
  for (const { id, throughId } of await tx.ticket.findMany({ where: { townId: town, id: { in: ids } } }))
    await tx.ticket.update({
      where: { townId_id: { townId: town, id } },
      data: { ...BARE, ...(throughId !== null && { throughName: FORGOTTEN_NAME }), version: { increment: 1 } },
    })
  const events = await tx.ticketEvent.findMany({ where: { townId: town, ticketId: { in: ids }, note: { not: null } } })
  const left = events.map((e): Left => {
    const event = { at: e.at, what: e.what, by: e.byId, note: null, data: JsonObject.parse(e.data) }
    return { table: 'TicketEvent', subject: e.ticketId, n: e.n, hash: toldHash(e.hash), event }
  })
  const id = newId()
  const gone = { Ticket: ids.length, Message: lines.length, TicketEvent: left.length }
  await tx.erasure.create({ data: { townId: town, id, whom: '', at: now, wish: 'time', gone } })
  await rewrite(tx, town, { id, at: now }, left)
  return ids.length
}
