import { DAY_MS } from '../domain/durations.ts'
import type { Person } from '../domain/people.ts'
import { onLeave, standIn } from '../domain/roster.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk } from '../ports/desk.ts'
import { chooseOwner } from './choose-owner.ts'
import { commitTicket } from './commit.ts'

const LIVE = ['open', 'waiting'] as const

/** Hands a ticket to somebody else without asking the table: leave, return, another keeper, and a person gone from the roster. */
export async function handOver(desk: Desk, ticket: Ticket, to: string | null, note: string): Promise<Ticket> {
  const event = { at: desk.now, what: 'transferred' as const, by: null, note, data: { owner: to } }
  return commitTicket(desk, ticket, { ...ticket, owner: to }, [event], () => [])
}

/** 请假: open matters move to the deputy and come back by themselves; how many. `until` is the last day away. */
export async function beginLeave(desk: Desk, person: Person, deputy: string, until: string): Promise<number> {
  const earlier = onLeave(desk.roster, person.id)
  const still = earlier ? await stillWith(desk, await desk.endLeave(earlier.id), earlier.deputy) : []
  if (earlier) await desk.cancelDue(`leave-over:${earlier.id}`)
  const mine = [...(await desk.tickets({ owner: person.id, statuses: LIVE })), ...still]
  for (const ticket of mine) await handOver(desk, ticket, standsInFor(desk, ticket, person.id, deputy), '请假')
  const id = desk.newId()
  await desk.addLeave({ id, person: person.id, deputy, until, tickets: mine.map((t) => t.id) })
  // The morning after the last day away, before the morning list is written.
  const back = new Date(`${until}T00:00:00+08:00`).getTime() + DAY_MS
  await desk.addDue({ key: `leave-over:${id}`, job: 'leave-over', at: new Date(back), ticket: null, data: { person: person.id } })
  return mine.length
}

/** A complaint, and what is about the deputy, goes up the line instead. */
function standsInFor(desk: Desk, ticket: Ticket, person: string, deputy: string): string | null {
  const complaint = ticket.sensitivity === 'cadre'
  if (!complaint && !ticket.about.includes(deputy)) return deputy
  const duty = desk.roster.duties.get(ticket.duty)
  return duty ? chooseOwner(desk.roster, duty, ticket.place, { about: [...ticket.about, person], complaint }, false) : null
}

/** Those of the tickets that are still in hand of the deputy, or of whoever does the deputy's work meanwhile. */
async function stillWith(desk: Desk, ids: readonly string[], deputy: string): Promise<Ticket[]> {
  const hands = [deputy, standIn(desk.roster, deputy)]
  const tickets = await Promise.all(ids.map((id) => desk.ticket(id)))
  return tickets.filter((t) => t !== null).filter((t) => hands.includes(t.owner) && LIVE.some((s) => s === t.status))
}

/** 销假, or the day after the last day away: what is still open comes back. Null when the person is not on leave. */
export async function endLeave(desk: Desk, person: string): Promise<{ back: number } | null> {
  const leave = onLeave(desk.roster, person)
  if (!leave) return null
  const back = await stillWith(desk, await desk.endLeave(leave.id), leave.deputy)
  await desk.cancelDue(`leave-over:${leave.id}`)
  for (const ticket of back) await handOver(desk, ticket, person, '销假')
  return { back: back.length }
}

/** 离任: the person's open matters go to somebody else, or wait for an owner up the line. */
export async function handOverAll(desk: Desk, person: string, next: (ticket: Ticket) => string | null): Promise<Ticket[]> {
  const mine = await desk.tickets({ owner: person, statuses: LIVE })
  const moved: Ticket[] = []
  for (const ticket of mine) moved.push(await handOver(desk, ticket, next(ticket), '离任'))
  return moved
}
