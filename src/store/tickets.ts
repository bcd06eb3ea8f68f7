import { chainHash } from '../domain/history.ts'
import { inRef } from '../domain/message-ref.ts'
import { storable } from '../domain/storable.ts'
import type { Ticket, TicketEvent } from '../domain/ticket.ts'
import { Conflict, type Desk, type Heard, type TicketQuery } from '../ports/desk.ts'
import { queueTellings } from './api/deliveries.ts'
import { asJson, COLUMNS, JsonObject } from './columns.ts'
import type { Journal } from './deeds/journal.ts'
import { followersOf } from './followers.ts'
import { withErasures } from './forget/with-erasures.ts'
import type { Prisma } from './generated/client.ts'
import type { TicketEventModel } from './generated/models/TicketEvent.ts'
import { keptHash, toldHash } from './kept-hash.ts'
import { rowOf, ticketFrom } from './ticket-row.ts'
import type { Transaction } from './transaction.ts'

type Tickets = Pick<
  Desk,
  | 'ticket'
  | 'ticketByNumber'
  | 'tickets'
  | 'countTickets'
  | 'ticketsOfMessage'
  | 'lastSpokenOf'
  | 'followers'
  | 'history'
  | 'histories'
  | 'nextNumber'
  | 'writeTicket'
  | 'append'
  | 'attach'
  | 'follow'
  | 'households'
  | 'joinFollowers'
  | 'partFollowers'
>

const filter = (town: string, q: TicketQuery): Prisma.TicketWhereInput => ({
  townId: town,
  ...(q.ids && { id: { in: [...q.ids] } }),
  ...(q.statuses && { status: { in: [...q.statuses] } }),
  ...(q.kinds && { kind: { in: [...q.kinds] } }),
  ...(q.villages && { villageId: { in: [...q.villages] } }),
  ...(q.places && { placeId: { in: [...q.places] } }),
  ...(q.dueBefore && { completeBy: { lt: q.dueBefore } }),
  ...(q.owner && { ownerId: q.owner }),
  ...(q.reporter && { reporterId: q.reporter }),
  ...(q.duty && { duty: q.duty }),
  ...(q.through && { throughId: q.through }),
  ...((q.openedSince || q.openedBefore) && {
    openedAt: { ...(q.openedSince && { gte: q.openedSince }), ...(q.openedBefore && { lt: q.openedBefore }) },
  }),
  ...(q.words && { OR: [{ label: { contains: q.words } }, { title: { contains: q.words } }, { text: { contains: q.words } }] }),
})

type LineRow = Awaited<ReturnType<typeof withErasures<TicketEventModel>>>[number]
const lineFrom = ({ n, at, what, byId, note, data, hash, erasedBy, leftHash, erasedAt }: LineRow) => ({
  ...{ n, at, by: byId, note, hash, erasedBy, leftHash, erasedAt },
  what: COLUMNS.TicketEvent.what.parse(what),
  data: JsonObject.parse(data),
})

export function ticketsOf(tx: Transaction, town: string, now: Date, journal: Journal): Tickets {
  const many = async (ids: readonly string[]) => {
    if (ids.length === 0) return []
    const rows = await tx.ticket.findMany({ where: { townId: town, id: { in: [...ids] } } })
    const found = new Map(rows.map((r) => [r.id, ticketFrom(r)]))
    return ids.flatMap((id) => found.get(id) ?? [])
  }
  const histories = async (ticketIds: readonly string[]) => {
    const rows = await tx.ticketEvent.findMany({ where: { townId: town, ticketId: { in: [...ticketIds] } }, orderBy: { n: 'asc' } })
    const lines = Map.groupBy(await withErasures(tx, town, rows), (r) => r.ticketId)
    return new Map([...lines].map(([id, of]) => [id, of.map(lineFrom)]))
  }
  /** Opened here, with nothing in its history yet. */
  const fresh = new Set<string>()
  return {
    async ticket(id) {
      const row = await tx.ticket.findUnique({ where: { townId_id: { townId: town, id } } })
      return row && ticketFrom(row)
    },
    async ticketByNumber(village, number) {
      const row = await tx.ticket.findUnique({ where: { townId_villageId_number: { townId: town, villageId: village, number } } })
      return row && ticketFrom(row)
    },
    async tickets(q) {
      const followed = q.follower ? await tx.follower.findMany({ where: { townId: town, personId: q.follower } }) : null
      const rows = await tx.ticket.findMany({
        where: { ...filter(town, q), ...(followed && { id: { in: followed.map((f) => f.ticketId) } }) },
        orderBy: [{ openedAt: q.newestFirst ? 'desc' : 'asc' }, { number: q.newestFirst ? 'desc' : 'asc' }],
        take: q.limit ?? 200,
      })
      return rows.map(ticketFrom)
    },
    countTickets: (q) => tx.ticket.count({ where: filter(town, q) }),
    async ticketsOfMessage(messageId) {
      const message = await tx.message.findUnique({
        where: { townId_channel_id: { townId: town, ...inRef(messageId) } },
        select: { seq: true, ticketIds: true },
      })
      if (!message) return []
      const links = await tx.ticketMessage.findMany({ where: { townId: town, seq: message.seq } })
      return many([...new Set([...message.ticketIds, ...links.map((l) => l.ticketId)])])
    },
    async lastSpokenOf(conversation, since) {
      const rows = await tx.notice.findMany({
        where: { townId: town, conversation, ticketId: { not: null }, state: 'sent', sentAt: { gte: since } },
        orderBy: { sentAt: 'desc' },
        take: 10,
        select: { ticketId: true },
      })
      return many([...new Set(rows.flatMap((r) => r.ticketId ?? []))])
    },
    history: async (ticketId) => (await histories([ticketId])).get(ticketId) ?? [],
    histories,
    async nextNumber(village) {
      const key = { townId: town, gridId: village }
      const row = await tx.ticketCounter.upsert({
        where: { townId_gridId: key },
        create: { ...key, last: 1 },
        update: { last: { increment: 1 } },
      })
      return row.last
    },
    async writeTicket(before, after) {
      const next: Ticket = { ...after, version: before ? before.version + 1 : 1 }
      const data = rowOf(town, next)
      if (!before) {
        await tx.ticket.create({ data })
        fresh.add(after.id)
      } else {
        const { count } = await tx.ticket.updateMany({ where: { townId: town, id: after.id, version: before.version }, data })
        if (count === 0) throw new Conflict(after.id)
      }
      journal.ticket(before, next)
      await queueTellings(tx, town, now, before, next)
      return next
    },
    async append(ticketId, events) {
      journal.noted(ticketId)
      const last = fresh.delete(ticketId)
        ? null
        : await tx.ticketEvent.findFirst({ where: { townId: town, ticketId }, orderBy: { n: 'desc' } })
      let n = last?.n ?? 0
      let hash = last ? toldHash(last.hash) : ''
      // A text that is cut may end in half a character: what is chained is what is kept.
      const data = storable(events).map((e: TicketEvent) => {
        n += 1
        hash = chainHash(hash, ticketId, n, e)
        return { townId: town, ticketId, n, at: e.at, what: e.what, byId: e.by, note: e.note, data: asJson(e.data), hash: keptHash(hash) }
      })
      await tx.ticketEvent.createMany({ data })
    },
    async attach(ticketId, messages) {
      await tx.ticketMessage.createMany({
        data: messages.map((m: Heard) => ({ townId: town, ticketId, seq: m.seq })),
        skipDuplicates: true,
      })
    },
    ...followersOf(tx, town, now, journal),
  }
}
