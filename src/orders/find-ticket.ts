import { DAY_MS, earlier, later } from '../domain/durations.ts'
import { groupIn } from '../domain/notice.ts'
import { orderAgain } from '../domain/order-name.ts'
import { isCadre } from '../domain/people.ts'
import { type Roster, villageOf, villagesOf } from '../domain/roster.ts'
import { isLive, type Ticket } from '../domain/ticket.ts'
import { phrasesOf } from '../reading/grammar.ts'
import type { Short, TicketRef } from '../reading/ticket-ref.ts'
import { shortOf, toldApart } from '../tickets/facts.ts'
import { notFound, sayTicket, whichTicket } from '../wording/replies.ts'
import { privately } from './answer.ts'
import type { Call, CallOf, Command, Reply } from './define-command.ts'
import { namedIn } from './named-in.ts'
import { unnamedTickets } from './unnamed-tickets.ts'
import { visible } from './visible.ts'

const OPTIONS = 5

const shorts = new WeakMap<Roster['nodes'], readonly Short[]>()

/** The short names of a town's villages, the same list as long as the roster is the same: how numbers are written is read off it once. */
export function shortsOf({ roster: { nodes } }: Pick<Call['desk'], 'roster'>): readonly Short[] {
  const known = shorts.get(nodes)
  if (known) return known
  const found = [...nodes.values()].flatMap((n) =>
    n.short && (n.level === 'village' || n.level === 'town') ? [{ short: n.short, villageName: n.name }] : [],
  )
  shorts.set(nodes, found)
  return found
}

/** 花04: two digits at least, as it stands in every post. */
export const numberOf = (ref: Pick<TicketRef, 'village' | 'number'>): string => `${ref.village ?? ''}${String(ref.number).padStart(2, '0')}`

/** 花4 is said again as 花04; a number alone stays as it was typed. */
export const numberAgain = (ref: Pick<TicketRef, 'village' | 'number'>): string =>
  ref.village === null ? String(ref.number) : numberOf(ref)

/** Where the number of a ticket alone may mean one to this person. */
function placesOf(call: CallOf<'roster'>): Set<string> {
  const { roster } = call.desk
  const { person } = call.spoken
  const places = new Set(villagesOf(roster, person))
  for (const n of roster.nodes.values()) if (n.level === 'town') places.add(n.id)
  for (const g of roster.groups.values()) if (g.kind === 'village' && g.members.includes(person.id)) places.add(g.grid)
  return places
}

/** All tickets a reference may mean to this person here: inside the village's group the number alone will do. */
export async function ticketsMeant(
  call: CallOf<'followers' | 'lastSpokenOf' | 'now' | 'roster' | 'ticketByNumber'>,
  ref: Pick<TicketRef, 'village' | 'number'>,
): Promise<Ticket[]> {
  const { desk, spoken } = call
  const { roster } = desk
  const at = async (village: string): Promise<Ticket[]> => {
    const found = await visible(call, await desk.ticketByNumber(village, ref.number))
    return found ? [found] : []
  }
  if (ref.village) {
    const node = [...roster.nodes.values()].find((n) => n.short === ref.village)
    return node ? at(node.id) : []
  }
  const group = roster.groups.get(groupIn(spoken.conversation) ?? '')
  const here = group && villageOf(roster, group.grid)
  if (here) return at(here)
  const found: Ticket[] = []
  for (const place of placesOf(call)) found.push(...(await at(place)))
  if (found.length < 2) return found
  const own = found.filter((t) => [t.owner, t.reporter, t.supervisor].includes(spoken.person.id))
  if (own.length > 0) return own
  const lately = await desk.lastSpokenOf(spoken.conversation, earlier(desk.now, 2 * DAY_MS))
  const last = lately.find((s) => found.some((t) => t.id === s.id))
  if (last) return [last]
  const live = found.filter(isLive)
  return live.length > 0 ? live : found
}

/** Of several the ones that the line names: 老王那个, 水管那件, and 刚才那个, which was spoken of last. */
async function narrowed(call: CallOf<'lastSpokenOf' | 'now' | 'roster'>, found: readonly Ticket[]): Promise<readonly Ticket[]> {
  if (found.length < 2) return found
  const named = namedIn(call, call.text, found)
  if (named.length > 0) return named
  if (!phrasesOf('just-spoken', 'just-spoken').some((words) => call.text.includes(words))) return found
  const [last] = await call.desk.lastSpokenOf(call.spoken.conversation, earlier(call.desk.now, DAY_MS))
  const just = found.filter((t) => t.id === last?.id)
  return just.length > 0 ? just : found
}

export type FindCall = CallOf<'ask' | 'followers' | 'lastSpokenOf' | 'now' | 'roster' | 'ticketByNumber' | 'tickets'>
export type Found = { ticket: Ticket } | { replies: Reply[] } | { none: true }

/** The one ticket an order is about, or what to ask. `none`: nothing named, and nothing that could be meant. */
export async function findTicket(
  call: FindCall,
  command: Command,
  ref: TicketRef | null,
  rest: string,
  among?: readonly Ticket[],
): Promise<Found> {
  const { desk, spoken } = call
  const found = ref && !among ? await ticketsMeant(call, ref) : await narrowed(call, among ?? (await unnamedTickets(call, command)))
  const [only, second] = found
  if (only && !second) return { ticket: only }
  if (only) {
    const options = found.slice(0, OPTIONS)
    const data = { say: orderAgain(command.name, '%s', rest), options: options.map((t) => t.label) }
    await desk.ask(
      { id: `which:${spoken.messageId}`, person: spoken.person.id, what: 'whichTicket', ticket: null, data },
      later(desk.now, DAY_MS),
    )
    return { replies: privately(whichTicket(toldApart(desk.roster, options, (t) => shortOf(desk.roster, t)))) }
  }
  if (ref) return { replies: privately(notFound(numberOf(ref), isCadre(spoken.person))) }
  return command.ticket === 'named' ? { replies: privately(sayTicket) } : { none: true }
}
