import { z } from 'zod'
import { messageRef, sandboxId } from '../domain/message-ref.ts'
import { groupIn, personIn } from '../domain/notice.ts'
import type { Roster } from '../domain/roster.ts'
import { isPrivate, type Ticket } from '../domain/ticket.ts'
import type { SandboxTicket, SandboxView, TicketFilter } from '../ports/sandbox.ts'
import { COLUMNS } from './columns.ts'
import type { Message, Prisma, TicketEvent } from './generated/client.ts'
import { disputesOf } from './sandbox-disputes.ts'
import { type SandboxNames, shown } from './sandbox-talk.ts'
import { ticketFrom } from './ticket-row.ts'
import type { Database } from './transaction.ts'

const TICKETS = 200

// Many open at one moment, and two villages count alike: only all three tell what comes after.
const NEWEST_FIRST: Prisma.TicketOrderByWithRelationInput[] = [{ openedAt: 'desc' }, { number: 'desc' }, { id: 'desc' }]
/** open, resolved, waiting: as their words stand in the alphabet. */
const DUE_FIRST: Prisma.TicketOrderByWithRelationInput[] = [{ status: 'asc' }, { completeBy: 'asc' }, { id: 'asc' }]

function whereOf({ village, open, state, q }: TicketFilter, r: Roster, now: Date): Prisma.TicketWhereInput {
  const grid = [...r.nodes.values()].find((n) => n.name === village && (n.level === 'village' || n.level === 'town'))?.id ?? ''
  const states: Record<NonNullable<typeof state>, Prisma.TicketWhereInput> = {
    late: { status: 'open', completeBy: { lt: now } },
    untaken: { status: 'open', acceptedAt: null },
    waiting: { status: 'waiting' },
    resolved: { status: 'resolved' },
  }
  const owners = q === undefined ? [] : [...r.people.values()].filter((p) => p.name.includes(q)).map((p) => p.id)
  return {
    ...(village !== undefined && { villageId: grid }),
    ...(open && { status: { in: ['open', 'waiting', 'resolved'] } }),
    ...(state && states[state]),
    ...(q !== undefined && { OR: [{ label: { contains: q } }, { title: { contains: q } }, { ownerId: { in: owners } }] }),
  }
}

/** Whom a line of a history names: who was told of a delay, or in whose hands it now is. */
function toOf({ data }: TicketEvent, r: Roster): string | null {
  const { to, owner } = Named.parse(data)
  return r.people.get(to ?? owner ?? '')?.name ?? null
}
const Named = z.object({ to: z.string().nullish().catch(null), owner: z.string().nullish().catch(null) }).catch({})

/** How matters stand to the day: the product's, whose working days only the calendar knows. */
export interface SandboxDay {
  now(): Date
  daysLate(due: Date): number
}

/** The matters, as the sandbox shows them. */
export function sandboxTicketsOf(
  db: Database,
  town: () => string,
  roster: () => Promise<Roster>,
  { names, day }: { names: SandboxNames; day: SandboxDay },
): Pick<SandboxView, 'tickets' | 'ticket'> {
  const someone = (id: string | null, r: Roster) => (id ? { id, name: r.people.get(id)?.name ?? id } : null)

  async function messagesOf(ids: readonly string[]): Promise<Map<string, Message[]>> {
    const where = { townId: town(), ticketId: { in: [...ids] } }
    const links = await db.ticketMessage.findMany({ where, orderBy: { seq: 'asc' } })
    const rows = await db.message.findMany({ where: { townId: town(), seq: { in: links.map((l) => l.seq) } } })
    const bySeq = new Map(rows.map((m) => [m.seq, m]))
    return new Map(ids.map((id) => [id, links.filter((l) => l.ticketId === id).flatMap((l) => bySeq.get(l.seq) ?? [])]))
  }

  async function tellOf(tickets: readonly Ticket[], messages: ReadonlyMap<string, Message[]>): Promise<SandboxTicket[]> {
    const r = await roster()
    const where = { townId: town(), ticketId: { in: tickets.map((t) => t.id) } }
    const followers = Map.groupBy(await db.follower.findMany({ where, orderBy: { at: 'asc' } }), (f) => f.ticketId)
    return tickets.map((t) => ({
      number: t.label,
      village: r.nodes.get(t.village)?.name ?? t.village,
      kind: t.kind,
      duty: t.duty,
      dutyName: r.duties.get(t.duty)?.name ?? t.duty,
      title: t.title,
      stage: t.stage,
      // 不是事: somebody of the office said that it is nothing to handle, and that is 不受理 to everybody else.
      status: t.status === 'void' ? 'rejected' : t.status,
      mode: t.mode,
      owner: someone(t.owner, r),
      reporter: someone(t.reporter, r),
      urgent: t.danger !== null,
      private: isPrivate(t),
      openedAt: t.openedAt.toISOString(),
      respondBy: t.respondBy.toISOString(),
      completeBy: t.completeBy.toISOString(),
      acceptedAt: t.acceptedAt?.toISOString() ?? null,
      respondedAt: t.respondedAt?.toISOString() ?? null,
      doneAt: (t.resolvedAt ?? t.endedAt)?.toISOString() ?? null,
      daysLate: t.status === 'open' ? day.daysLate(t.completeBy) : 0,
      waiting: t.waiting && { until: t.waiting.until.toISOString(), reason: t.waiting.reason },
      followers: (followers.get(t.id) ?? []).map((f) => f.personId),
      messages: (messages.get(t.id) ?? []).map((m) => sandboxId(messageRef(m.channel, m.id))),
    }))
  }

  return {
    async tickets(filter) {
      const r = await roster()
      const { after, order } = filter
      const from = after === undefined ? null : await db.ticket.findUnique({ where: { townId_label: { townId: town(), label: after } } })
      if (after !== undefined && !from) return 'unknown-start'
      const rows = await db.ticket.findMany({
        where: { townId: town(), ...whereOf(filter, r, day.now()) },
        orderBy: order === 'due' ? DUE_FIRST : NEWEST_FIRST,
        ...(from && { cursor: { townId_id: { townId: town(), id: from.id } }, skip: 1 }),
        take: TICKETS,
      })
      const tickets = rows.map(ticketFrom)
      return tellOf(tickets, await messagesOf(tickets.map((t) => t.id)))
    },
    async ticket(number) {
      const row = await db.ticket.findUnique({ where: { townId_label: { townId: town(), label: number } } })
      if (!row) return null
      const messages = await messagesOf([row.id])
      const [ticket] = await tellOf([ticketFrom(row)], messages)
      if (!ticket) return null
      const r = await roster()
      const history = await db.ticketEvent.findMany({ where: { townId: town(), ticketId: row.id }, orderBy: { n: 'asc' } })
      const notices = await db.notice.findMany({ where: { townId: town(), ticketId: row.id }, orderBy: { seq: 'asc' } })
      return {
        ...ticket,
        said: (messages.get(row.id) ?? []).map((m) => shown(m, r, names)),
        ...(await disputesOf(db, town(), row.id)),
        history: history.map((e) => {
          const to = toOf(e, r)
          return {
            at: e.at.toISOString(),
            what: names.events[COLUMNS.TicketEvent.what.parse(e.what)],
            by: e.byId ? (r.people.get(e.byId)?.name ?? e.byId) : null,
            ...(to !== null && { to }),
            ...(e.note && { note: e.note }),
          }
        }),
        notices: notices.map((n) => {
          const [group, person] = [groupIn(n.conversation), personIn(n.conversation)]
          const name = person ? r.people.get(person)?.name : undefined
          return {
            key: n.key,
            to: { ...(group && { group }), ...(person && { person }), ...(name && { name }) },
            // In a channel's hands, and not yet said.
            state: n.state === 'claimed' ? 'due' : n.state,
            ...(n.why && { why: n.why }),
            text: n.text,
            dueAt: n.dueAt.toISOString(),
            ...(n.sentAt && { sentAt: n.sentAt.toISOString() }),
          }
        }),
      }
    },
  }
}
