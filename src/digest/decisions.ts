import { workdaysBetween } from '../domain/calendar.ts'
import { DAY_MS, later } from '../domain/durations.ts'
import { lineUp } from '../domain/grid.ts'
import type { Person, Role } from '../domain/people.ts'
import { placeName } from '../domain/place-name.ts'
import { personName, type Roster, townNode } from '../domain/roster.ts'
import { sightOf } from '../domain/sight.ts'
import { isPrivate, type Ticket } from '../domain/ticket.ts'
import type { Desk } from '../ports/desk.ts'
import type { ToDecide } from '../ports/figures.ts'
import { type FactsDesk, shortOf } from '../tickets/facts.ts'
import { approverOf } from '../tickets/moves/audiences.ts'
import * as say from '../wording/decisions.ts'
import { kindWords } from '../wording/digests.ts'
import { states } from '../wording/replies.ts'
import { partOf } from './part.ts'

/** What is late climbs to the 包村 leader on the fourth working day, to the town on the seventh. */
const NEAR_DAY = 4
const TOWN_DAY = 7
/** How long a list that was read is answered by its numbers. */
const LIST_DAYS = 3
const REASON = 16

export interface Decision {
  n: number
  text: string
  command: string
  ticket: string
}

interface Pending {
  row: ToDecide
  text: string
  commands: readonly [string, ...string[]]
}

/** What a ticket goes by where others read along: a private one by its kind alone. */
export const nameOf = (desk: Pick<Desk, 'roster'>, t: Ticket): string => (isPrivate(t) ? kindWords[t.kind] : shortOf(desk.roster, t))

/** What waits for this leader's word, numbered, the longest due first. Matters about the leader are not among them. */
export async function waitingDecisions(desk: FactsDesk & Pick<Desk, 'figures'>, leader: Person): Promise<Decision[]> {
  return (await pending(desk, leader)).map(({ row, text, commands: [first] }, i) => {
    // A complaint is opened by its place in the list: its number is nobody else's to read.
    const command = isComplaint(row.ticket) ? `待定 ${i + 1}` : first
    return { n: i + 1, text, command, ticket: row.ticket.id }
  })
}

/** The same, to be answered by its numbers. */
export async function pendingDecisions(desk: FactsDesk & Pick<Desk, 'figures' | 'ask'>, leader: Person): Promise<Decision[]> {
  const decisions = await waitingDecisions(desk, leader)
  // 待定 2 means the second of the list that was read, whatever was decided since.
  if (decisions.length > 0)
    await desk.ask(
      { id: `pending:${leader.id}`, person: leader.id, what: 'pending', ticket: null, data: { tickets: decisions.map((d) => d.ticket) } },
      later(desk.now, LIST_DAYS * DAY_MS),
    )
  return decisions
}

/** The list as it was last read by this leader, or as it would be now. */
async function listRead(desk: Pick<Desk, 'questions'>, leader: Person, rows: readonly Pending[]): Promise<string[]> {
  const read = (await desk.questions(leader.id)).find((q) => q.what === 'pending')
  return read ? read.data.tickets : rows.map(({ row }) => row.ticket.id)
}

/** 待定 2: one of them with what is needed to decide. */
export async function pendingDecision(desk: FactsDesk & Pick<Desk, 'figures' | 'questions'>, leader: Person, n: number): Promise<string> {
  const rows = await pending(desk, leader)
  const wanted = (await listRead(desk, leader, rows))[n - 1]
  const found = rows.find(({ row }) => row.ticket.id === wanted)
  if (!found) return wanted === undefined ? say.noSuchDecision(n) : say.decidedAlready(n)
  const { ticket: t, reason } = found.row
  const sees = sightOf(desk.roster, leader, t) === 'all'
  return say.detail(
    {
      label: t.label,
      village: placeName(desk.roster, t.village),
      kind: kindWords[t.kind],
      title: sees ? t.title : null,
      state: states[t.status],
      owner: t.owner && personName(desk.roster, t.owner),
      openedAt: t.openedAt,
      completeBy: t.completeBy,
      reason: sees ? reason : null,
      why: found.text,
      commands: found.commands,
    },
    desk.now,
  )
}

async function pending(desk: FactsDesk & Pick<Desk, 'figures'>, leader: Person): Promise<Pending[]> {
  if (!leader.roles.some((r) => r.role === 'leader')) return []
  const scope = { villages: partOf(desk, leader), from: desk.now, to: desk.now, reader: leader.id }
  return (await desk.figures.toDecide(scope, desk.now)).flatMap((row) => decide(desk, leader, row) ?? [])
}

const isComplaint = (t: Ticket): boolean => t.sensitivity === 'cadre'

function decide(desk: FactsDesk, leader: Person, row: ToDecide): Pending | null {
  const { ticket: t, talks } = row
  const { roster, now, calendar } = desk
  const what = nameOf(desk, t)
  const days = workdaysBetween(t.completeBy, now, calendar)
  const found = (text: string, ...commands: Pending['commands']): Pending => ({ row, text, commands })
  const supervise = `督办 ${t.label}`
  const assign = `派 ${t.label} 姓名`
  if (isComplaint(t))
    return t.owner === leader.id && t.acceptedAt
      ? null
      : found(say.aboutCadre(placeName(roster, t.village), officeOf(roster, t)), assign, supervise)
  if (t.status !== 'open') return null
  if (t.extensionAsked && isAsked(desk, leader, t))
    return found(
      say.extensionWaits(t.label, what, t.extensionAsked.until, now, reasonOf(t, t.extensionAsked.reason)),
      `同意 ${t.label}`,
      `不同意 ${t.label}`,
    )
  if (!t.owner && t.respondBy < now) return found(say.unowned(t.label, what), assign)
  if (days >= (isNearest(roster, leader, t) ? NEAR_DAY : TOWN_DAY))
    return found(say.late(t.label, what, days, whyLate(roster, row)), supervise, `挂账 ${t.label} 日期 原因`)
  const inVain = t.stage === 'deliberation' && talks >= 2 && !isLeader(roster, row.lastTalkBy)
  return inVain ? found(say.talkedInVain(t.label, what, talks), `议 ${t.label} 镇里`) : null
}

/** Whoever was asked; where nobody is there to be asked, any leader may answer. */
function isAsked(desk: Pick<Desk, 'roster'>, leader: Person, t: Ticket): boolean {
  const approver = approverOf(desk.roster, t)
  return approver === leader.id || approver === null
}

const isLeader = (roster: Roster, id: string | null): boolean =>
  (id && roster.people.get(id)?.roles.some((r) => r.role === 'leader')) || false

/** Whether late matters come to this leader first: by a role on the place itself, or because nobody but the town has one. */
function isNearest(roster: Roster, leader: Person, t: Ticket): boolean {
  const below = lineUp(roster.nodes, t.place).filter((id) => id !== townNode(roster))
  const holds = (p: Person) => p.roles.some((r) => r.role === 'leader' && below.includes(r.grid))
  return holds(leader) || ![...roster.people.values()].some((p) => holds(p) && !t.about.includes(p.id))
}

/** Words somebody typed are told of what the whole village may know, shortly, and never with a telephone number. */
const reasonOf = (t: Ticket, reason: string | null): string | null =>
  !reason || isPrivate(t) || reason.length > REASON || /\d{7}/u.test(reason) ? null : reason

const whyLate = (roster: Roster, { ticket, reason }: ToDecide): string | null =>
  isPrivate(ticket) ? null : (reasonOf(ticket, reason) ?? say.heldBy(ticket.owner && personName(roster, ticket.owner)))

const OFFICES: readonly Role[] = ['leader', 'secretary', 'clerk', 'mediator', 'duty', 'keeper']

/** The highest office among those it is about. */
const officeOf = (roster: Roster, t: Ticket): Role | null =>
  OFFICES.find((role) => t.about.some((id) => roster.people.get(id)?.roles.some((r) => r.role === role))) ?? null
