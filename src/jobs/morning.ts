import { HOUR_MS, later } from '../domain/durations.ts'
import { type NoticeDraft, toGroup, toPerson } from '../domain/notice.ts'
import { workdaysLate, workdaysLeft } from '../domain/overdue.ts'
import { groupOf, personName, standIn } from '../domain/roster.ts'
import { isPrivate, type Ticket, type TicketEvent } from '../domain/ticket.ts'
import { WINGS } from '../measures/index.ts'
import type { Desk } from '../ports/desk.ts'
import { isSaidOver } from '../tickets/all-clear.ts'
import { type FactsDesk, shortOf } from '../tickets/facts.ts'
import { tellsGroup } from '../tickets/moves/audiences.ts'
import { morningList, overdueInGroup } from '../wording/reminders.ts'
import { climb } from './climb.ts'
import { defineJob } from './define-job.ts'

/** Half of the limit left is worth a word only for limits of more than five working days. */
const HALF_FROM_WORKDAYS = 5
const PAGE = 500
const SIX_HOURS_MS = 6 * HOUR_MS

/** Everything that is one person's, in one message. */
interface Mine {
  own: Ticket[]
  /** Lines about matters in other hands that climbed to this person today, and dates of the measures. */
  climbed: string[]
}

/** One private message each working morning with all of a person's; overdue 村里事 once in the group; the rest climbs. */
export const morning = defineJob({
  name: 'morning',
  schedule: (settings) => settings.morningAt,
  async run(desk, work) {
    const mine = new Map<string, Mine>()
    const of = (id: string): Mine => {
      const found = mine.get(id) ?? { own: [], climbed: [] }
      mine.set(id, found)
      return found
    }
    const posts: NoticeDraft[] = []
    const open = await openTickets(desk)
    const histories = await desk.histories(open.filter((t) => mayClimb(desk, t)).map((t) => t.id))
    for (const ticket of open) {
      const hands = ticket.owner && standIn(desk.roster, ticket.owner, ticket.about)
      if (hands) of(hands).own.push(ticket)
      const history = histories.get(ticket.id)
      if (!history) continue
      for (const { person, line } of await climb(desk, ticket, history)) of(person).climbed.push(line)
      posts.push(...overduePost(desk, ticket, history))
    }
    for (const wing of WINGS) for (const { person, text } of (await wing.morning?.(desk)) ?? []) of(person).climbed.push(text)
    const day = work.at.toISOString().slice(0, 10)
    const expiresAt = later(work.at, SIX_HOURS_MS)
    for (const [person, { own, climbed }] of mine) {
      const list = listOf(desk, own)
      const lines = [...(list ? [list] : []), ...climbed]
      if (lines.length > 0)
        posts.push({
          key: `morning:${person}:${day}`,
          to: toPerson(person),
          ticket: own.length === 1 ? (own[0]?.id ?? null) : null,
          occasion: 'morning',
          text: lines.join('\n'),
          expiresAt,
        })
    }
    await desk.notify(posts)
    return `${mine.size} people`
  },
})

async function openTickets(desk: Pick<Desk, 'tickets'>): Promise<Ticket[]> {
  const found = new Map<string, Ticket>()
  for (let since: Date | undefined; ; ) {
    const page = await desk.tickets({ statuses: ['open'], limit: PAGE, ...(since && { openedSince: since }) })
    const known = found.size
    for (const ticket of page) found.set(ticket.id, ticket)
    since = page.at(-1)?.openedAt
    if (page.length < PAGE || found.size === known) return [...found.values()]
  }
}

/** What is late, was not answered, or wants more time; nobody but its owner hears of any other. */
const mayClimb = ({ now }: Pick<Desk, 'now'>, t: Ticket): boolean =>
  t.completeBy < now || (!t.respondedAt && t.respondBy < now) || t.extensionAsked !== null

/** Null on a morning on which nothing of theirs wants a word. */
function listOf(desk: FactsDesk, own: readonly Ticket[]): string | null {
  const { calendar, now, roster } = desk
  const name = (t: Ticket) => ({ label: t.label, short: shortOf(roster, t) })
  const late = own.filter((t) => workdaysLate(t.completeBy, now, calendar) > 0 || t.completeBy < now)
  const left = (t: Ticket) => workdaysLeft(t.completeBy, now, calendar)
  const rest = own.filter((t) => !late.includes(t))
  const today = rest.filter((t) => left(t) === 0)
  const tomorrow = rest.filter((t) => left(t) === 1)
  const others = rest.filter((t) => left(t) > 1)
  const unanswered = others.filter((t) => !t.respondedAt && (t.respondBy < now || workdaysLeft(t.respondBy, now, calendar) === 0))
  const half = others.filter((t) => !unanswered.includes(t) && halfIsToday(desk, t))
  const calm = others.length - unanswered.length - half.length
  if (calm === own.length) return null
  return morningList({
    late: late.map(name),
    today: today.map(name),
    tomorrow: tomorrow.map(name),
    unanswered: unanswered.map(name),
    half: half.map(name),
    rest: calm,
  })
}

function halfIsToday(desk: Pick<Desk, 'now' | 'calendar'>, ticket: Ticket): boolean {
  const whole = workdaysLeft(ticket.completeBy, ticket.countedFrom, desk.calendar)
  return whole > HALF_FROM_WORKDAYS && workdaysLeft(ticket.completeBy, desk.now, desk.calendar) === Math.floor(whole / 2)
}

/** An overdue 村里事, once in the group, neutrally; where it was said to be over, only its owner still has to close it. */
function overduePost(desk: Pick<Desk, 'now' | 'roster'>, ticket: Ticket, history: readonly TicketEvent[]): NoticeDraft[] {
  const group = groupOf(desk.roster, ticket)
  if (isPrivate(ticket) || ticket.completeBy >= desk.now || !group || !tellsGroup(desk.roster, ticket)) return []
  if (isSaidOver(history)) return []
  const short = shortOf(desk.roster, ticket)
  const text = overdueInGroup(ticket.label, short, ticket.owner && personName(desk.roster, ticket.owner))
  return [
    {
      key: `${ticket.id}:overdue:${ticket.countedFrom.toISOString()}`,
      to: toGroup(group.id),
      ticket: ticket.id,
      occasion: 'overdue',
      text,
      brief: `${ticket.label} ${short}`,
    },
  ]
}
