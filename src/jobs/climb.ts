import { workdaysLate } from '../domain/overdue.ts'
import { holders, personName } from '../domain/roster.ts'
import { isPrivate, type Ticket, type TicketEvent } from '../domain/ticket.ts'
import type { Desk } from '../ports/desk.ts'
import { type FactsDesk, shortOf } from '../tickets/facts.ts'
import { approverOf } from '../tickets/moves/audiences.ts'
import { kindNames } from '../wording/names.ts'
import {
  extensionStillAsked,
  overdueForLeader,
  overdueForSecretary,
  overdueForSupervisor,
  unansweredForSecretary,
} from '../wording/reminders.ts'

/** The township's own setting: day 1 the owner, day 2 the secretary, day 4 the 包村 leader; the digest has the rest. */
const SECRETARY_DAY = 2
const LEADER_DAY = 4
/** Whoever supervises hears of each delay: on these days, the last again every time the list is due. */
const SUPERVISOR_DAYS = [1, 2, 4, 7]

export interface Climbed {
  person: string
  line: string
}

type Rung = { name: string; to: string | null; line: string }

/**
 * What of one late or unanswered ticket climbs this morning, and to whom, by its history. Each rung once for each date that was set: what the
 * history says was climbed since is not climbed again, and a touch of the ticket resets nothing.
 */
export async function climb(desk: FactsDesk & Pick<Desk, 'append'>, ticket: Ticket, history: readonly TicketEvent[]): Promise<Climbed[]> {
  const late = workdaysLate(ticket.completeBy, desk.now, desk.calendar)
  const unanswered = !ticket.respondedAt && ticket.respondBy < desk.now
  if (late === 0 && !unanswered && !ticket.extensionAsked) return []
  const dated = history.findLastIndex((e) => e.data.completeBy !== undefined || e.what === 'opened' || e.what === 'reopened')
  const climbed = history.filter((e, i) => i > dated && e.what === 'escalated').map((e) => e.data.rung)
  const rungs = [
    ...lateRungs(desk, ticket, late, unanswered),
    ...supervisorRung(desk, ticket, late),
    ...extensionRungs(desk, ticket, history),
  ]
  const due = rungs.flatMap((r) => (r.to && !climbed.includes(r.name) ? [{ rung: r.name, person: r.to, line: r.line }] : []))
  if (due.length === 0) return []
  await desk.append(
    ticket.id,
    due.map(({ rung, person }) => ({
      at: desk.now,
      what: 'escalated' as const,
      by: null,
      note: null,
      data: { rung, days: late, to: person },
    })),
  )
  return due
}

const nameOf = (desk: Pick<Desk, 'roster'>, t: Ticket): string => (isPrivate(t) ? kindNames[t.kind] : shortOf(desk.roster, t))

function lateRungs(desk: Pick<Desk, 'roster'>, t: Ticket, late: number, unanswered: boolean): Rung[] {
  const { roster } = desk
  const leader = late >= LEADER_DAY
  if (!leader && late < SECRETARY_DAY && !unanswered) return []
  // A secretary's own late matter goes one higher, and so does a complaint: nobody of the village keeps after that.
  const complaint = t.sensitivity === 'cadre'
  const line = [...(leader || complaint ? [] : holders(roster, 'secretary', t.place)), ...holders(roster, 'leader', t.place)]
  const to = line.find((id) => id !== t.owner && !t.about.includes(id)) ?? null
  const owner = t.owner && personName(roster, t.owner)
  const short = nameOf(desk, t)
  if (leader) return [{ name: 'leader', to, line: overdueForLeader(t.label, short, late, owner) }]
  if (late >= SECRETARY_DAY) return [{ name: 'secretary', to, line: overdueForSecretary(t.label, short, late, owner) }]
  return [{ name: 'unanswered', to, line: unansweredForSecretary(t.label, short, owner) }]
}

function supervisorRung(desk: Pick<Desk, 'roster'>, t: Ticket, late: number): Rung[] {
  const day = SUPERVISOR_DAYS.findLast((d) => late >= d)
  if (!t.supervisor || day === undefined) return []
  const owner = t.owner && personName(desk.roster, t.owner)
  return [{ name: `supervisor:${day}`, to: t.supervisor, line: overdueForSupervisor(t.label, nameOf(desk, t), late, owner) }]
}

/** Nobody said yes or no to more time: the one who was asked reads it the next morning, the leader the morning after. */
function extensionRungs(desk: FactsDesk, t: Ticket, history: readonly TicketEvent[]): Rung[] {
  const asked = history.findLast((e) => e.what === 'extensionAsked')
  if (!t.extensionAsked || !asked) return []
  const days = workdaysLate(asked.at, desk.now, desk.calendar)
  const line = extensionStillAsked(t.label, nameOf(desk, t), personName(desk.roster, t.extensionAsked.by), t.extensionAsked.until, desk.now)
  const [leader] = holders(desk.roster, 'leader', t.place).filter((id) => !t.about.includes(id))
  const tag = t.extensionAsked.until.toISOString()
  if (days >= 2 && t.extensionAsked.approver === 'secretary' && !t.supervisor)
    return [{ name: `extension-leader:${tag}`, to: leader ?? null, line }]
  return days >= 1 ? [{ name: `extension:${tag}`, to: approverOf(desk.roster, t), line }] : []
}
