import type { Person } from '../domain/people.ts'
import { onLeave } from '../domain/roster.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk } from '../ports/desk.ts'
import { commitTicket } from './commit.ts'

const LIVE = ['open', 'waiting'] as const

/** Hands a ticket to somebody else without asking the table: leave, return, and a person gone from the roster. */
async function handOver(desk: Desk, ticket: Ticket, to: string | null, note: string): Promise<Ticket> {
  const event = { at: desk.now, what: 'transferred' as const, by: null, note, data: { owner: to } }
  return commitTicket(desk, ticket, { ...ticket, owner: to }, [event], () => [])
}

/** 请假: open matters move to the deputy and come back by themselves. `until` is the last day away. */
export async function beginLeave(desk: Desk, person: Person, deputy: string, until: string): Promise<{ moved: number }> {
  const mine = (await desk.tickets({ owner: person.id, statuses: LIVE })).filter((t) => !t.about.includes(deputy))
  for (const ticket of mine) await handOver(desk, ticket, deputy, '请假')
  const id = desk.newId()
  await desk.addLeave({ id, person: person.id, deputy, until, tickets: mine.map((t) => t.id) })
  // The morning after the last day away, before the morning list is written.
  const back = new Date(`${until}T00:00:00+08:00`).getTime() + 24 * 60 * 60_000
  await desk.addDue({ key: `leave-over:${id}`, job: 'leave-over', at: new Date(back), ticket: null, data: { person: person.id } })
  return { moved: mine.length }
}

/** 销假, or the day after the last day away: what is still open comes back. Null when the person is not on leave. */
export async function endLeave(desk: Desk, person: string): Promise<{ back: number } | null> {
  const leave = onLeave(desk.roster, person)
  if (!leave) return null
  const ids = await desk.endLeave(leave.id)
  await desk.cancelDue(`leave-over:${leave.id}`)
  let back = 0
  for (const id of ids) {
    const ticket = await desk.ticket(id)
    if (!ticket || ticket.owner !== leave.deputy || !LIVE.some((s) => s === ticket.status)) continue
    await handOver(desk, ticket, person, '销假')
    back += 1
  }
  return { back }
}

/** 离任: the person's open matters go to somebody else, or wait for an owner up the line. */
export async function handOverAll(desk: Desk, person: string, next: (ticket: Ticket) => string | null): Promise<Ticket[]> {
  const mine = await desk.tickets({ owner: person, statuses: LIVE })
  const moved: Ticket[] = []
  for (const ticket of mine) moved.push(await handOver(desk, ticket, next(ticket), '离任'))
  return moved
}
