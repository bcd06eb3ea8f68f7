import { startOfWork } from '../domain/calendar.ts'
import { DAY_MS } from '../domain/durations.ts'
import { numberOfDay } from '../domain/moments.ts'
import { toPerson } from '../domain/notice.ts'
import type { Person } from '../domain/people.ts'
import { onLeave, standIn } from '../domain/roster.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk } from '../ports/desk.ts'
import type { PlannedLeave } from '../ports/due-work.ts'
import { noteOf } from '../wording/noted.ts'
import { takenOver } from '../wording/replies.ts'
import { accusedIn } from './about-whom.ts'
import { chooseOwner } from './choose-owner.ts'
import { type CommitDesk, commitTicket } from './commit.ts'
import { shortOf } from './facts.ts'

const LEAVE_BEGINS = 'leave-begins'
const keyOf = ({ person, since }: Pick<PlannedLeave, 'person' | 'since'>): string => `${LEAVE_BEGINS}:${person}:${since}`

/** Somebody's leaves that are still to come, the next one first. */
export async function plannedLeaves(desk: Pick<Desk, 'dueOf'>, person: string): Promise<PlannedLeave[]> {
  const all = (await desk.dueOf(LEAVE_BEGINS)).map((work) => work.data)
  return all.filter((p) => p.person === person).sort((a, b) => a.since.localeCompare(b.since))
}

export const overlaps = (a: Pick<PlannedLeave, 'since' | 'until'>, b: Pick<PlannedLeave, 'since' | 'until'>): boolean =>
  a.since <= b.until && b.since <= a.until

/** Said anew for the same days it counts as said last. It begins when work begins on its first day. */
export async function planLeave(desk: Pick<Desk, 'dueOf' | 'addDue' | 'cancelDue'>, leave: PlannedLeave): Promise<void> {
  for (const other of await plannedLeaves(desk, leave.person)) if (overlaps(other, leave)) await unplanLeave(desk, other)
  const at = startOfWork(numberOfDay(leave.since))
  await desk.addDue({ key: keyOf(leave), job: LEAVE_BEGINS, at, ticket: null, data: { ...leave } })
}

export const unplanLeave = (desk: Pick<Desk, 'cancelDue'>, leave: Pick<PlannedLeave, 'person' | 'since'>): Promise<void> =>
  desk.cancelDue(keyOf(leave))

const LIVE = ['open', 'waiting'] as const

type HandDesk = CommitDesk & Pick<Desk, 'now'>
export type LeaveDesk = HandDesk & Pick<Desk, 'roster' | 'ticket' | 'tickets' | 'endLeave' | 'cancelDue'>

/** Hands a ticket to somebody else without asking the table: leave, return, another keeper, and a person gone from the roster. */
export async function handOver(desk: HandDesk, ticket: Ticket, to: string | null, note: string): Promise<Ticket> {
  const event = { at: desk.now, what: 'transferred' as const, by: null, note, data: { owner: to } }
  return commitTicket(desk, ticket, { ...ticket, owner: to }, [event], () => [])
}

/** 请假: open matters move to the deputy and come back by themselves; how many. `until` is the last day away. */
export async function beginLeave(
  desk: LeaveDesk & Pick<Desk, 'newId' | 'addLeave' | 'addDue'>,
  person: Person,
  deputy: string,
  until: string,
): Promise<number> {
  const earlier = onLeave(desk.roster, person.id)
  const still = earlier ? await stillWith(desk, await desk.endLeave(earlier.id), earlier.deputy) : []
  if (earlier) await desk.cancelDue(`leave-over:${earlier.id}`)
  const mine = [...(await desk.tickets({ owner: person.id, statuses: LIVE })), ...still]
  for (const ticket of mine) await handOver(desk, ticket, standsInFor(desk, ticket, person.id, deputy), noteOf.leave)
  const id = desk.newId()
  await desk.addLeave({ id, person: person.id, deputy, until, tickets: mine.map((t) => t.id) })
  // The morning after the last day away, before the morning list is written.
  const back = new Date(`${until}T00:00:00+08:00`).getTime() + DAY_MS
  await desk.addDue({ key: `leave-over:${id}`, job: 'leave-over', at: new Date(back), ticket: null, data: { person: person.id } })
  return mine.length
}

/** A complaint, and what is about the deputy, goes up the line instead. */
function standsInFor(desk: Pick<Desk, 'roster'>, ticket: Ticket, person: string, deputy: string): string | null {
  const complaint = ticket.sensitivity === 'cadre'
  if (!complaint && !ticket.about.includes(deputy)) return deputy
  const duty = desk.roster.duties.get(ticket.duty)
  return duty ? chooseOwner(desk.roster, duty, ticket.place, { about: [...ticket.about, person], complaint }, false) : null
}

/** Those of the tickets that are still in hand of the deputy, or of whoever does the deputy's work meanwhile. */
async function stillWith(desk: Pick<Desk, 'roster' | 'ticket'>, ids: readonly string[], deputy: string): Promise<Ticket[]> {
  const hands = [deputy, standIn(desk.roster, deputy)]
  const tickets = await Promise.all(ids.map((id) => desk.ticket(id)))
  return tickets.filter((t) => t !== null).filter((t) => hands.includes(t.owner) && LIVE.some((s) => s === t.status))
}

/** 销假, or the day after the last day away: what is still open comes back. Null when the person is not on leave. */
export async function endLeave(desk: LeaveDesk, person: string): Promise<{ back: number } | null> {
  const leave = onLeave(desk.roster, person)
  if (!leave) return null
  const back = await stillWith(desk, await desk.endLeave(leave.id), leave.deputy)
  await desk.cancelDue(`leave-over:${leave.id}`)
  for (const ticket of back) await handOver(desk, ticket, person, noteOf.back)
  return { back: back.length }
}

/** 离任: the person's open matters go to somebody else, or wait for an owner up the line. */
export async function handOverAll(
  desk: HandDesk & Pick<Desk, 'tickets'>,
  person: string,
  next: (ticket: Ticket) => string | null,
): Promise<Ticket[]> {
  const mine = await desk.tickets({ owner: person, statuses: LIVE })
  const moved: Ticket[] = []
  for (const ticket of mine) moved.push(await handOver(desk, ticket, next(ticket), noteOf.gone))
  return moved
}

/** People whom the roster does not know any more: what they had in hand goes to whoever does their work now, who is told. */
export async function handOverGone(
  desk: HandDesk & Pick<Desk, 'roster' | 'tickets'>,
  gone: readonly { id: string; name: string }[],
): Promise<void> {
  for (const person of gone) {
    const moved = await handOverAll(desk, person.id, (ticket) => {
      const duty = desk.roster.duties.get(ticket.duty)
      return duty ? chooseOwner(desk.roster, duty, ticket.place, accusedIn(ticket), false) : null
    })
    for (const [owner, tickets] of Map.groupBy(moved, (t) => t.owner)) {
      if (!owner) continue
      const list = tickets.map((t) => `${t.label} ${shortOf(desk.roster, t)}`)
      const key = `gone:${person.id}:${desk.now.toISOString()}:${owner}`
      await desk.notify([{ key, to: toPerson(owner), ticket: null, occasion: 'handed-over', text: takenOver(person.name, list) }])
    }
  }
}
