import { keySight } from '../../domain/api-key.ts'
import { atHome, DANGERS } from '../../domain/judgement.ts'
import { OPEN_CHANNEL, tellerOf } from '../../domain/open-channel.ts'
import type { MatterQuery, Requests, SeenMatter } from '../../ports/requests.ts'
import type { Prisma } from '../generated/client.ts'
import { ticketFrom } from '../ticket-row.ts'
import type { Transaction } from '../transaction.ts'

type Key = Parameters<Requests['matters']>[0]
type Where = Prisma.TicketWhereInput

/** Words of a report that has ended without a ticket of its own. */
const STILL_OPEN = ['listed', 'on the list', 'asked', 'asked-which', 'held', 'shown']

/** The same as keySight, for the database to count by: whatever shows more than an outline. */
function shownTo(key: Key): Where {
  if (!key.rights.includes('read')) return { id: { in: [] } }
  return {
    ...(key.villages.length > 0 && { villageId: { in: [...key.villages] } }),
    ...(!key.rights.includes('private') && { kind: 'village', sensitivity: null, hidden: false }),
    AND: [
      { OR: [{ sensitivity: null }, { sensitivity: 'family' }] },
      { OR: [{ danger: null }, { kind: 'village', danger: { notIn: DANGERS.filter((d) => atHome(d) !== null) } }] },
    ],
  }
}

const asked = (q: MatterQuery): Where => ({
  ...(q.ids && { id: { in: [...q.ids] } }),
  ...(q.statuses && { status: { in: [...q.statuses] } }),
  ...((q.from || q.to) && { openedAt: { ...(q.from && { gte: q.from }), ...(q.to && { lte: q.to }) } }),
})

export function requestsOf(tx: Transaction, town: string): Requests {
  /** What became of what was handed in with this key, by ticket. */
  async function broughtWith({ id, rights }: Key): Promise<Map<string, NonNullable<SeenMatter['brought']>>> {
    if (!rights.includes('write')) return new Map()
    const rows = await tx.$queryRaw<{ ticket: string; service: string; reference: string | null }[]>`
      SELECT tm."ticketId" AS ticket, s.service, s.reference FROM "ApiSubmission" s
      JOIN "Message" m ON m."townId" = s."townId" AND m.channel = ${OPEN_CHANNEL} AND m.id = s.token
      JOIN "TicketMessage" tm ON tm."townId" = m."townId" AND tm.seq = m.seq
      WHERE s."townId" = ${town} AND s."keyId" = ${id} ORDER BY s.at`
    return new Map(rows.toReversed().map(({ ticket, service, reference }) => [ticket, { service, reference }]))
  }

  async function lastChanged(ids: readonly string[]): Promise<Map<string, Date>> {
    const where = { townId: town, ticketId: { in: [...ids] } }
    const rows = await tx.ticketEvent.groupBy({ by: ['ticketId'], where, _max: { at: true } })
    return new Map(rows.flatMap((r) => (r._max.at ? [[r.ticketId, r._max.at] as const] : [])))
  }

  /** Which of these somebody has shown a photo of. */
  async function withPhotos(ids: readonly string[]): Promise<Set<string>> {
    const rows = await tx.$queryRaw<{ ticket: string }[]>`
      SELECT DISTINCT tm."ticketId" AS ticket FROM "TicketMessage" tm JOIN "Message" m ON m."townId" = tm."townId" AND m.seq = tm.seq
      WHERE tm."townId" = ${town} AND tm."ticketId" = ANY(${[...ids]}) AND m."personId" IS NOT NULL AND jsonb_array_length(m.photos) > 0`
    return new Set(rows.map((r) => r.ticket))
  }

  return {
    async matters(key, query) {
      const brought = await broughtWith(key)
      const shown = shownTo(key)
      const own = [...brought].filter(([, { service }]) => !query.services || query.services.includes(service)).map(([id]) => id)
      const elsewhere = { NOT: { villageId: { in: [...key.villages] } } }
      const rows = await tx.ticket.findMany({
        where: {
          townId: town,
          AND: [
            asked(query),
            {
              OR: [
                { AND: [shown, query.services ? { duty: { in: [...query.services] } } : {}] },
                // Handed in with it, and no more than an outline: gone to a village that the key does not reach, or not for it.
                { id: { in: own }, OR: [{ NOT: shown }, ...(key.villages.length > 0 ? [elsewhere] : [])] },
              ],
            },
          ],
        },
        orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
        take: query.limit,
      })
      const ids = rows.map((r) => r.id)
      const [changed, shownOf] = [await lastChanged(ids), key.rights.includes('names') ? await withPhotos(ids) : new Set()]
      return rows.map(ticketFrom).flatMap((ticket): SeenMatter[] => {
        const mine = brought.get(ticket.id) ?? null
        const sight = keySight(key, ticket, mine !== null)
        if (sight === 'none') return []
        const updatedAt = changed.get(ticket.id) ?? ticket.openedAt
        return [{ ticket, sight, brought: mine, updatedAt, pictured: sight === 'all' && shownOf.has(ticket.id) }]
      })
    },
    async submit(s, { name, phone, grid }) {
      const data = { townId: town, token: s.token, keyId: s.key, reference: s.reference, service: s.service, at: s.at }
      const { count } = await tx.apiSubmission.createMany({ data: [data], skipDuplicates: true })
      if (count > 0) {
        const id = tellerOf(s.token)
        // A position below zero: not a line of the township's workbook.
        await tx.person.create({ data: { townId: town, id, name, phone, onRoster: false, position: -1 } })
        if (grid !== null) await tx.personRole.create({ data: { townId: town, personId: id, role: 'resident', gridId: grid } })
        await tx.town.update({ where: { id: town }, data: { rosterVersion: { increment: 1 } } })
      }
      if (s.reference === null) return s
      const where = { townId_keyId_reference: { townId: town, keyId: s.key, reference: s.reference } }
      const { keyId, ...kept } = await tx.apiSubmission.findUniqueOrThrow({ where, omit: { townId: true } })
      return { ...kept, key: keyId }
    },
    async photoOf(ticket) {
      const [row] = await tx.$queryRaw<{ type: string; bytes: Uint8Array }[]>`
        SELECT p.type, p.bytes FROM "TicketMessage" tm JOIN "Message" m ON m."townId" = tm."townId" AND m.seq = tm.seq
        JOIN "Photo" p ON p."townId" = m."townId" AND p.id = m.photos->-1->>'id'
        WHERE tm."townId" = ${town} AND tm."ticketId" = ${ticket} AND m."personId" IS NOT NULL ORDER BY m.seq DESC LIMIT 1`
      return row ?? null
    },
    async handedBy(token) {
      const row = await tx.apiSubmission.findUnique({ where: { townId_token: { townId: town, token } } })
      const key = row && (await tx.apiKey.findUnique({ where: { townId_id: { townId: town, id: row.keyId } } }))
      return row && { name: key?.name ?? '', reference: row.reference }
    },
    async fateOf(token) {
      if (!(await tx.apiSubmission.findUnique({ where: { townId_token: { townId: town, token } } }))) return null
      const message = await tx.message.findUnique({ where: { townId_channel_id: { townId: town, channel: OPEN_CHANNEL, id: token } } })
      const link =
        message && (await tx.ticketMessage.findFirst({ where: { townId: town, seq: message.seq }, orderBy: { ticketId: 'asc' } }))
      if (link) return { state: 'taken', ticket: link.ticketId }
      const report = message?.reportId && (await tx.report.findUnique({ where: { townId_id: { townId: town, id: message.reportId } } }))
      const over = report && report.closedAt !== null && !STILL_OPEN.includes(report.outcome ?? '')
      return { state: over ? 'not-taken' : 'waiting', ticket: null }
    },
  }
}
