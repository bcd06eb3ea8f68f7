import { DAY_MS, earlier, MINUTE_MS } from '../domain/durations.ts'
import { groupIn } from '../domain/notice.ts'
import { isLive, type Ticket } from '../domain/ticket.ts'
import type { CallOf, Command } from './define-command.ts'
import { visible } from './visible.ts'

const HALF_HOUR_MS = 30 * MINUTE_MS
const REPORTED_DAYS = 60
const REVIVED_DAYS = 30

/** The tickets that may be meant when none is named: what is quoted, else by what the command is for. */
export async function unnamedTickets(
  call: CallOf<'followers' | 'lastSpokenOf' | 'now' | 'roster' | 'tickets'>,
  command: Command,
): Promise<Ticket[]> {
  const { spoken } = call
  const quoted: Ticket[] = []
  for (const ticket of spoken.quotedTickets) if (await visible(call, ticket)) quoted.push(ticket)
  if (command.ticket === 'asked') return asked(call, command, quoted)
  if (command.ticket === 'reported') return reported(call, command, quoted)
  if (command.ticket === 'withdrawn') return takenBack(call, quoted)
  if (command.ticket === 'mine') return mine(call, command, quoted)
  return quoted
}

/** 满意 of somebody else's matter is talk, so only what the speaker told or follows counts. */
async function asked(
  call: CallOf<'followers' | 'lastSpokenOf' | 'now' | 'tickets'>,
  command: Command,
  quoted: readonly Ticket[],
): Promise<Ticket[]> {
  const { desk, spoken } = call
  const again = command.name === '没修好'
  const waits = (t: Ticket) => t.status === 'resolved' || (again && t.status === 'closed')
  const own: Ticket[] = []
  for (const t of quoted)
    if (waits(t) && (t.reporter === spoken.person.id || (again && (await desk.followers(t.id)).includes(spoken.person.id)))) own.push(t)
  if (own.length > 0 || quoted.length > 0) return own
  const since = earlier(desk.now, REPORTED_DAYS * DAY_MS)
  const told = await desk.tickets({
    reporter: spoken.person.id,
    statuses: ['resolved', 'closed'],
    newestFirst: true,
    limit: 10,
    openedSince: since,
  })
  const waiting = told.filter((t) => t.status === 'resolved')
  if (waiting.length > 0 || !again) return waiting
  const closed = told.filter((t) => t.status === 'closed').slice(0, 1)
  if (closed.length > 0) return closed
  const followed: Ticket[] = []
  for (const t of await desk.lastSpokenOf(spoken.conversation, since))
    if (waits(t) && (await desk.followers(t.id)).includes(spoken.person.id)) followed.push(t)
  return followed.slice(0, 1)
}

/** 还是办吧: what the speaker took back last, within a month. */
export async function takenBack(
  { desk, spoken }: CallOf<'now' | 'tickets'>,
  quoted: readonly Ticket[],
  withinMs = REVIVED_DAYS * DAY_MS,
): Promise<Ticket[]> {
  const since = desk.now.getTime() - withinMs
  const back = (t: Ticket) => t.status === 'withdrawn' && t.reporter === spoken.person.id && (t.endedAt?.getTime() ?? 0) >= since
  if (quoted.length > 0) return quoted.filter(back)
  const told = await desk.tickets({ reporter: spoken.person.id, statuses: ['withdrawn'], newestFirst: true, limit: 20 })
  const [last] = told.filter(back).sort((a, b) => (b.endedAt?.getTime() ?? 0) - (a.endedAt?.getTime() ?? 0))
  return last ? [last] : []
}

/** What the speaker told within half an hour and is still in hand. */
export async function justTold({ desk, spoken }: CallOf<'now' | 'tickets'>): Promise<Ticket[]> {
  const since = earlier(desk.now, HALF_HOUR_MS)
  return desk.tickets({ reporter: spoken.person.id, statuses: ['open', 'waiting'], openedSince: since, newestFirst: true, limit: 1 })
}

/** 撤回 right after telling means what was just told. */
async function reported(call: CallOf<'now' | 'tickets'>, command: Command, quoted: readonly Ticket[]): Promise<Ticket[]> {
  const { desk, spoken } = call
  const own = quoted.filter((t) => t.reporter === spoken.person.id)
  if (own.length > 0 || quoted.length > 0) return own
  const since = earlier(desk.now, REPORTED_DAYS * DAY_MS)
  const told = await desk.tickets({
    reporter: spoken.person.id,
    statuses: ['open', 'waiting', 'resolved'],
    newestFirst: true,
    limit: 10,
    openedSince: since,
  })
  // 撤回 of what is said to be done is refused with a word; while something else is open, that is meant.
  const open = told.filter(isLive)
  const meant = command.name === '撤回' && open.length > 0 ? open : told
  const [last] = meant.filter((t) => command.name !== '不公开' || !t.hidden)
  return last && desk.now.getTime() - last.openedAt.getTime() < HALF_HOUR_MS ? [last] : meant
}

async function mine(
  call: CallOf<'followers' | 'lastSpokenOf' | 'now' | 'roster' | 'tickets'>,
  command: Command,
  quoted: readonly Ticket[],
): Promise<Ticket[]> {
  const { desk, spoken } = call
  const accepting = command.name === '接'
  const owned = quoted.filter((t) => t.owner === spoken.person.id)
  if (quoted.length > 0) return owned.length > 0 ? owned : [...quoted]
  const statuses =
    command.name === '恢复'
      ? (['waiting'] as const)
      : accepting || command.name === '延期'
        ? (['open'] as const)
        : (['open', 'waiting'] as const)
  const all = await desk.tickets({ owner: spoken.person.id, statuses, limit: 20 })
  const hands = accepting ? all.filter((t) => t.acceptedAt === null) : all
  const group = desk.roster.groups.get(groupIn(spoken.conversation) ?? '')
  const here = group?.kind === 'village' ? hands.filter((t) => t.village === group.grid) : hands
  if (here.length > 0) return here
  if (hands.length > 0 || !accepting) return hands
  // 接 by somebody else than the owner: what was just told here and nobody has taken.
  const lately = await desk.lastSpokenOf(spoken.conversation, earlier(desk.now, DAY_MS))
  const free: Ticket[] = []
  for (const t of lately) if (isLive(t) && t.acceptedAt === null && (await visible(call, t))) free.push(t)
  return free
}
