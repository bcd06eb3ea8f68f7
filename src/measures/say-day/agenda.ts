import { workdaysBetween } from '../../domain/calendar.ts'
import { DAY_MS, earlier } from '../../domain/durations.ts'
import { WARNING_RULES } from '../early-warning/facts.ts'
import type { Person } from '../../domain/people.ts'
import type { AgendaItem } from './facts.ts'
import { dayOf, yearUntil } from '../../domain/span.ts'
import { isPrivate, type Ticket } from '../../domain/ticket.ts'
import type { Desk } from '../../ports/desk.ts'
import { shortOf } from '../../tickets/facts.ts'
import { why } from '../../wording/intake.ts'

const MANY = 200
const MOST = 10

/** What makes a matter one to sit together over; null for what only needs doing. */
function reasonOf(desk: Desk, t: Ticket): string | null {
  if (t.stage === 'deliberation') return why.deliberation
  const days = workdaysBetween(t.completeBy, desk.now, desk.calendar)
  if (t.status === 'open' && days > 0) return why.overdue(days)
  return t.status === 'open' && !t.respondedAt && t.respondBy < desk.now ? why.unanswered : null
}

/** From what waits: under deliberation, late, unanswered, coming again and again. What is private is counted and not named. */
export async function agendaOf(desk: Desk, village: string, reader: Person): Promise<{ items: AgendaItem[]; apart: number }> {
  const open = (await desk.tickets({ villages: [village], statuses: ['open', 'waiting'], limit: MANY })).filter(
    (t) => !t.about.includes(reader.id) && t.danger === null,
  )
  const waiting = open.flatMap((ticket) => {
    const reason = reasonOf(desk, ticket)
    return reason ? [{ ticket, reason }] : []
  })
  const items = waiting
    .filter(({ ticket }) => !isPrivate(ticket))
    .map(
      ({ ticket, reason }): AgendaItem => ({
        ticket: ticket.id,
        text: `${ticket.label} ${shortOf(desk.roster, ticket)}`,
        why: reason,
      }),
    )
  const { times, withinDays } = WARNING_RULES.again
  const scope = { villages: [village], reader: reader.id, ...yearUntil(dayOf(desk.now).to) }
  const again = await desk.warnings.again(scope, times, earlier(desk.now, withinDays * DAY_MS))
  const recurring = again.map(
    (r): AgendaItem => ({ ticket: null, text: desk.roster.duties.get(r.duty)?.short ?? r.duty, why: why.again(r.count) }),
  )
  return { items: [...items, ...recurring].slice(0, MOST), apart: waiting.filter(({ ticket }) => isPrivate(ticket)).length }
}
