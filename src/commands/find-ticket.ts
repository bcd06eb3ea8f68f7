import { groupIn } from '../domain/notice.ts'
import { villageOf, villagesOf } from '../domain/roster.ts'
import { sightOf } from '../domain/sight.ts'
import { isLive, type Ticket } from '../domain/ticket.ts'
import type { TicketRef } from '../spoken/ticket-ref.ts'
import { shortOf } from '../tickets/facts.ts'
import { notFound, sayTicket, whichTicket } from '../wording/replies.ts'
import { privately } from './answer.ts'
import type { Call, Command, Reply } from './define-command.ts'

const DAY_MS = 24 * 60 * 60_000

export const shortsOf = (desk: Call['desk']) =>
  [...desk.roster.nodes.values()].flatMap((n) =>
    n.short && (n.level === 'village' || n.level === 'town') ? [{ short: n.short, villageName: n.name }] : [],
  )

const named = (ref: Pick<TicketRef, 'village' | 'number'>): string => `${ref.village ?? ''}${String(ref.number).padStart(2, '0')}`

async function visible(call: Call, ticket: Ticket | null): Promise<Ticket | null> {
  if (!ticket) return null
  const followers = await call.desk.followers(ticket.id)
  return sightOf(call.desk.roster, call.spoken.person, ticket, followers) === 'none' ? null : ticket
}

/** All tickets a reference may mean to this person here: inside the village's group the number alone will do. */
export async function ticketsMeant(call: Call, ref: Pick<TicketRef, 'village' | 'number'>): Promise<Ticket[]> {
  const { desk, spoken } = call
  const { roster } = desk
  if (ref.village) {
    const village = [...roster.nodes.values()].find((n) => n.short === ref.village)
    const found = village && (await visible(call, await desk.ticketByNumber(village.id, ref.number)))
    return found ? [found] : []
  }
  const group = roster.groups.get(groupIn(spoken.conversation) ?? '')
  const here = group && villageOf(roster, group.grid)
  if (here) {
    const found = await visible(call, await desk.ticketByNumber(here, ref.number))
    return found ? [found] : []
  }
  const places = new Set([
    ...villagesOf(roster, spoken.person),
    ...[...roster.nodes.values()].flatMap((n) => (n.level === 'town' ? [n.id] : [])),
  ])
  for (const g of roster.groups.values()) if (g.kind === 'village' && g.members.includes(spoken.person.id)) places.add(g.grid)
  const found: Ticket[] = []
  for (const place of places) {
    const ticket = await visible(call, await desk.ticketByNumber(place, ref.number))
    if (ticket) found.push(ticket)
  }
  const own = found.filter((t) => [t.owner, t.reporter, t.supervisor].includes(spoken.person.id))
  if (own.length > 0) return own
  if (found.length <= 1) return found
  const spokenOf = await desk.lastSpokenOf(spoken.conversation, new Date(desk.now.getTime() - 2 * DAY_MS))
  const last = found.find((t) => spokenOf.some((s) => s.id === t.id))
  return last ? [last] : found
}

/** The tickets that are meant when none is named. */
async function unnamed(call: Call, command: Command): Promise<Ticket[]> {
  const { desk, spoken } = call
  const visibleQuoted = spoken.quotedTickets.filter((t) => !t.about.includes(spoken.person.id))
  if (visibleQuoted.length > 0) return visibleQuoted
  if (command.ticket === 'mine')
    return desk.tickets({ owner: spoken.person.id, statuses: command.name === '恢复' ? ['waiting'] : ['open', 'waiting'], limit: 10 })
  const mine = await desk.tickets({
    reporter: spoken.person.id,
    newestFirst: true,
    limit: 10,
    openedSince: new Date(desk.now.getTime() - 60 * DAY_MS),
  })
  if (command.ticket === 'reported') {
    const live = mine.filter((t) => isLive(t) || t.status === 'resolved')
    return live.length > 0 ? live.slice(0, command.name === '撤回' ? 1 : 5) : []
  }
  if (command.ticket !== 'asked') return []
  const asked = mine.filter((t) => t.status === 'resolved')
  if (asked.length > 0 || command.name !== '没修好') return asked
  return mine.filter((t) => t.status === 'closed').slice(0, 1)
}

export type Found = { ticket: Ticket } | { replies: Reply[] } | { none: true }

/** The one ticket an order is about, or what to ask. `none`: nothing named, and nothing that could be meant. */
export async function findTicket(call: Call, command: Command, ref: TicketRef | null, rest: string): Promise<Found> {
  const { desk, spoken } = call
  const found = ref ? await ticketsMeant(call, ref) : await unnamed(call, command)
  const [only, second] = found
  if (only && !second) return { ticket: only }
  if (only) {
    const options = found.slice(0, 5)
    const data = { say: `${command.name} %s ${rest}`.trim(), options: options.map((t) => t.label) }
    await desk.ask(
      { id: `which:${spoken.messageId}`, person: spoken.person.id, what: 'whichTicket', ticket: null, data },
      new Date(desk.now.getTime() + DAY_MS),
    )
    return { replies: privately(whichTicket(options.map((t) => `${t.label} ${shortOf(desk.roster, t)}`))) }
  }
  if (ref) return { replies: privately(notFound(named(ref))) }
  return command.ticket === 'named' ? { replies: privately(sayTicket) } : { none: true }
}
