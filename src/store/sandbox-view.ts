import { groupIn, personIn } from '../domain/notice.ts'
import { type Roster, villageOf } from '../domain/roster.ts'
import type { EventName } from '../domain/ticket.ts'
import { isPrivate, type Ticket } from '../domain/ticket.ts'
import type { SandboxMessage, SandboxTicket, SandboxView } from '../ports/sandbox.ts'
import { BOT_NAME, eventNames } from '../wording/names.ts'
import type { Message, Prisma } from './generated/client.ts'
import { rosterOf } from './roster.ts'
import { PhotoRefs } from './talk.ts'
import { ticketFrom } from './ticket-row.ts'
import type { Database } from './transaction.ts'

const MESSAGES = 500
const PEOPLE = 500
const TICKETS = 200

/** What the sandbox shows of one town. */
export function sandboxViewOf(db: Database, town: string): SandboxView {
  const roster = async (): Promise<Roster> => {
    const row = await db.town.findUniqueOrThrow({ where: { id: town }, select: { rosterVersion: true } })
    return rosterOf(db, town, row.rosterVersion)
  }
  const shown = (row: Message, r: Roster): SandboxMessage => ({
    id: row.id,
    at: row.at.toISOString(),
    from: row.personId
      ? { id: row.personId, name: r.people.get(row.personId)?.name ?? row.personId, bot: false }
      : { id: 'bot', name: BOT_NAME, bot: true },
    text: row.text,
    ...(row.quoteId && { quote: row.quoteId }),
    images: PhotoRefs.parse(row.photos).map((p) => ({ name: p.name, url: `/sandbox/photos/${p.id}` })),
  })
  const someone = (id: string | null, r: Roster) => (id ? { id, name: r.people.get(id)?.name ?? id } : null)

  async function tellOf(tickets: readonly Ticket[]): Promise<SandboxTicket[]> {
    const r = await roster()
    const where = { townId: town, ticketId: { in: tickets.map((t) => t.id) } }
    const followers = Map.groupBy(await db.follower.findMany({ where, orderBy: { at: 'asc' } }), (f) => f.ticketId)
    const links = await db.ticketMessage.findMany({ where, orderBy: { seq: 'asc' } })
    const ids = new Map(
      (await db.message.findMany({ where: { townId: town, seq: { in: links.map((l) => l.seq) } }, select: { seq: true, id: true } })).map(
        (m) => [m.seq, m.id],
      ),
    )
    const linked = Map.groupBy(links, (l) => l.ticketId)
    return tickets.map((t) => ({
      number: t.label,
      village: r.nodes.get(t.village)?.name ?? t.village,
      kind: t.kind,
      duty: t.duty,
      dutyName: r.duties.get(t.duty)?.name ?? t.duty,
      title: t.title,
      stage: t.stage,
      status: t.status,
      mode: t.mode,
      owner: someone(t.owner, r),
      reporter: someone(t.reporter, r),
      urgent: t.danger !== null,
      private: isPrivate(t),
      openedAt: t.openedAt.toISOString(),
      respondBy: t.respondBy.toISOString(),
      completeBy: t.completeBy.toISOString(),
      followers: (followers.get(t.id) ?? []).map((f) => f.personId),
      messages: (linked.get(t.id) ?? []).flatMap((l) => ids.get(l.seq) ?? []),
    }))
  }

  return {
    async groups() {
      const r = await roster()
      return [...r.groups.values()].map((g) => ({ id: g.id, name: g.name, village: r.nodes.get(villageOf(r, g.grid) ?? '')?.name ?? null }))
    },
    async people({ q, role, village, after }) {
      const r = await roster()
      const groupsOf = new Map<string, string[]>()
      for (const g of r.groups.values()) for (const m of g.members) groupsOf.set(m, [...(groupsOf.get(m) ?? []), g.id])
      const inVillage = (id: string): boolean => {
        const p = r.people.get(id)
        const places = [...(p?.roles.map((x) => x.grid) ?? []), ...(groupsOf.get(id) ?? []).map((g) => r.groups.get(g)?.grid ?? '')]
        return places.some((grid) => r.nodes.get(villageOf(r, grid) ?? '')?.name === village)
      }
      const all = [...r.people.values()].filter(
        (p) => (!q || p.name.includes(q) || p.id === q) && (!role || p.roles.some((x) => x.role === role)) && (!village || inVillage(p.id)),
      )
      const from = after ? all.findIndex((p) => p.id === after) + 1 : 0
      return all
        .slice(from, from + PEOPLE)
        .map((p) => ({ id: p.id, name: p.name, household: p.household, roles: p.roles, groups: groupsOf.get(p.id) ?? [] }))
    },
    async messages(conversation, after) {
      const from = after ? await db.message.findFirst({ where: { townId: town, id: after }, select: { seq: true } }) : null
      const where = { townId: town, conversation, ...(from && { seq: { gt: from.seq } }) }
      // Without a starting point the newest page, else the page after it.
      const rows = from
        ? await db.message.findMany({ where, orderBy: { seq: 'asc' }, take: MESSAGES })
        : (await db.message.findMany({ where, orderBy: { seq: 'desc' }, take: MESSAGES })).reverse()
      const r = await roster()
      return rows.map((row) => shown(row, r))
    },
    async spokenSince(seq) {
      const rows = await db.message.findMany({ where: { townId: town, seq: { gt: seq } }, orderBy: { seq: 'asc' }, take: MESSAGES })
      const r = await roster()
      return rows.map((row) => ({ seq: row.seq, conversation: row.conversation, message: shown(row, r) }))
    },
    async lastSeq() {
      const last = await db.message.aggregate({ where: { townId: town }, _max: { seq: true } })
      return last._max.seq ?? 0n
    },
    async knows(conversation) {
      const r = await roster()
      return r.groups.has(groupIn(conversation) ?? '') || r.people.has(personIn(conversation) ?? '')
    },
    async seen(messageId) {
      return (await db.message.count({ where: { townId: town, channel: 'sandbox', id: messageId } })) > 0
    },
    async photo(id) {
      return db.photo.findUnique({ where: { townId_id: { townId: town, id } }, select: { type: true, bytes: true } })
    },
    async tickets({ village, open, after }) {
      const r = await roster()
      const grid =
        village === undefined
          ? undefined
          : ([...r.nodes.values()].find((n) => n.name === village && (n.level === 'village' || n.level === 'town'))?.id ?? '')
      const from = after
        ? await db.ticket.findUnique({ where: { townId_label: { townId: town, label: after } }, select: { openedAt: true } })
        : null
      const where: Prisma.TicketWhereInput = {
        townId: town,
        ...(grid !== undefined && { villageId: grid }),
        ...(open && { status: { in: ['open', 'waiting', 'resolved'] } }),
        ...(from && { openedAt: { lt: from.openedAt } }),
      }
      const rows = await db.ticket.findMany({ where, orderBy: [{ openedAt: 'desc' }, { number: 'desc' }], take: TICKETS })
      return tellOf(rows.map(ticketFrom))
    },
    async ticket(number) {
      const row = await db.ticket.findUnique({ where: { townId_label: { townId: town, label: number } } })
      if (!row) return null
      const [ticket] = await tellOf([ticketFrom(row)])
      if (!ticket) return null
      const r = await roster()
      const history = await db.ticketEvent.findMany({ where: { townId: town, ticketId: row.id }, orderBy: { n: 'asc' } })
      const notices = await db.notice.findMany({ where: { townId: town, ticketId: row.id }, orderBy: { seq: 'asc' } })
      return {
        ...ticket,
        history: history.map((e) => ({
          at: e.at.toISOString(),
          what: eventNames[e.what as EventName] ?? e.what,
          by: e.byId ? (r.people.get(e.byId)?.name ?? e.byId) : null,
          ...(e.note && { note: e.note }),
        })),
        notices: notices.map((n) => ({
          key: n.key,
          to: {
            ...(groupIn(n.conversation) && { group: groupIn(n.conversation) ?? '' }),
            ...(personIn(n.conversation) && { person: personIn(n.conversation) ?? '' }),
          },
          state: n.state,
          ...(n.why && { why: n.why }),
          text: n.text,
          dueAt: n.dueAt.toISOString(),
          ...(n.sentAt && { sentAt: n.sentAt.toISOString() }),
        })),
      }
    },
  }
}
