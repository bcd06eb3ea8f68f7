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

/** What waits for a leader's word: as many as are shown, told, and all of them by their tickets. */
export interface Decisions {
  first: Decision[]
  tickets: string[]
}

/** A ticket with the words in which it is told of. */
interface InWords {
  ticket: Ticket
  reason: string | null
}
type Commands = readonly [string, ...string[]]
interface Pending {
  row: ToDecide
  /** Nothing is read of what is not shown. */
  tell(words: InWords): { text: string; commands: Commands }
}
type Asked = FactsDesk & Pick<Desk, 'figures' | 'tickets'>

/** What a ticket goes by where others read along: a private one by its kind alone. */
export const nameOf = (desk: Pick<Desk, 'roster'>, t: Ticket): string => (isPrivate(t) ? kindWords[t.kind] : shortOf(desk.roster, t))

/** What waits for this leader's word, numbered, the longest due first. Matters about the leader are not among them. */
export async function waitingDecisions(desk: Asked, leader: Person, most: number): Promise<Decisions> {
  const rows = await pending(desk, leader)
  const told = await inWords(desk, rows.slice(0, most))
  const first = told.map(({ ticket, text, commands: [command] }, i): Decision => {
    // A complaint is opened by its place in the list: its number is nobody else's to read.
    return { n: i + 1, text, command: isComplaint(ticket) ? say.orders.nth(i + 1) : command, ticket: ticket.id }
  })
  return { first, tickets: rows.map(({ row }) => row.ticket.id) }
}

/** The same, to be answered by its numbers. */
export async function pendingDecisions(desk: Asked & Pick<Desk, 'ask'>, leader: Person, most: number): Promise<Decisions> {
  const decisions = await waitingDecisions(desk, leader, most)
  const { tickets } = decisions
  // 待定 2 means the second of the list that was read, whatever was decided since.
  if (tickets.length > 0)
    await desk.ask(
      { id: `pending:${leader.id}`, person: leader.id, what: 'pending', ticket: null, data: { tickets } },
      later(desk.now, LIST_DAYS * DAY_MS),
    )
  return decisions
}

async function inWords(desk: Asked, rows: readonly Pending[]): Promise<(InWords & { text: string; commands: Commands })[]> {
  const ids = rows.map(({ row }) => row.ticket.id)
  const tickets = new Map((await desk.tickets({ ids })).map((t) => [t.id, t]))
  const reasons = await desk.figures.lastReasons(ids)
  return rows.flatMap(({ row, tell }) => {
    const ticket = tickets.get(row.ticket.id)
    const words = ticket && { ticket, reason: reasons.get(ticket.id) ?? null }
    return words ? [{ ...words, ...tell(words) }] : []
  })
}

/** The list as it was last read by this leader, or as it would be now. */
async function listRead(desk: Pick<Desk, 'questions'>, leader: Person, rows: readonly Pending[]): Promise<string[]> {
  const read = (await desk.questions(leader.id)).find((q) => q.what === 'pending')
  return read ? read.data.tickets : rows.map(({ row }) => row.ticket.id)
}

/** 待定 2: one of them with what is needed to decide. */
export async function pendingDecision(desk: Asked & Pick<Desk, 'questions'>, leader: Person, n: number): Promise<string> {
  const rows = await pending(desk, leader)
  const wanted = (await listRead(desk, leader, rows))[n - 1]
  const [found] = await inWords(
    desk,
    rows.filter(({ row }) => row.ticket.id === wanted),
  )
  if (!found) return wanted === undefined ? say.noSuchDecision(n) : say.decidedAlready(n)
  const { ticket: t, reason } = found
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

async function pending(desk: Asked, leader: Person): Promise<Pending[]> {
  if (!leader.roles.some((r) => r.role === 'leader')) return []
  const scope = { villages: partOf(desk, leader), from: desk.now, to: desk.now, reader: leader.id }
  return (await desk.figures.toDecide(scope, desk.now)).flatMap((row) => decide(desk, leader, row) ?? [])
}

const isComplaint = (t: Pick<Ticket, 'sensitivity'>): boolean => t.sensitivity === 'cadre'

function decide(desk: FactsDesk, leader: Person, row: ToDecide): Pending | null {
  const { ticket: t, talks } = row
  const { roster, now, calendar } = desk
  const days = workdaysBetween(t.completeBy, now, calendar)
  const found = (text: (words: InWords, what: string) => string, ...commands: ((label: string) => string)[]): Pending => ({
    row,
    tell: (words) => {
      const [first, ...others] = commands.map((command) => command(words.ticket.label))
      return { text: text(words, nameOf(desk, words.ticket)), commands: [first ?? '', ...others] }
    },
  })
  const { supervise, assign } = say.orders
  if (isComplaint(t))
    return t.owner === leader.id && t.acceptedAt
      ? null
      : found(() => say.aboutCadre(placeName(roster, t.village), officeOf(roster, t)), assign, supervise)
  if (t.status !== 'open') return null
  const { extensionAsked } = t
  if (extensionAsked && isAsked(desk, leader, t))
    return found(
      ({ ticket }, what) => say.extensionWaits(ticket.label, what, extensionAsked.until, now, reasonOf(ticket, extensionAsked.reason)),
      say.orders.agree,
      say.orders.disagree,
    )
  if (!t.owner && t.respondBy < now) return found(({ ticket }, what) => say.unowned(ticket.label, what), assign)
  if (days >= (isNearest(roster, leader, t) ? NEAR_DAY : TOWN_DAY))
    return found((words, what) => say.late(words.ticket.label, what, days, whyLate(roster, words)), supervise, say.orders.wait)
  const inVain = t.stage === 'deliberation' && talks >= 2 && !isLeader(roster, row.lastTalkBy)
  return inVain ? found(({ ticket }, what) => say.talkedInVain(ticket.label, what, talks), say.orders.talkWithTown) : null
}

/** Whoever was asked; where nobody is there to be asked, any leader may answer. */
function isAsked(desk: Pick<Desk, 'roster'>, leader: Person, t: ToDecide['ticket']): boolean {
  const approver = approverOf(desk.roster, t)
  return approver === leader.id || approver === null
}

const isLeader = (roster: Roster, id: string | null): boolean =>
  (id && roster.people.get(id)?.roles.some((r) => r.role === 'leader')) || false

/** Whether late matters come to this leader first: by a role on the place itself, or because nobody but the town has one. */
function isNearest(roster: Roster, leader: Person, t: ToDecide['ticket']): boolean {
  const below = lineUp(roster.nodes, t.place).filter((id) => id !== townNode(roster))
  const holds = (p: Person) => p.roles.some((r) => r.role === 'leader' && below.includes(r.grid))
  return holds(leader) || ![...roster.people.values()].some((p) => holds(p) && !t.about.includes(p.id))
}

/** Words somebody typed are told of what the whole village may know, shortly, and never with a telephone number. */
const reasonOf = (t: Ticket, reason: string | null): string | null =>
  !reason || isPrivate(t) || reason.length > REASON || /\d{7}/u.test(reason) ? null : reason

const whyLate = (roster: Roster, { ticket, reason }: InWords): string | null =>
  isPrivate(ticket) ? null : (reasonOf(ticket, reason) ?? say.heldBy(ticket.owner && personName(roster, ticket.owner)))

const OFFICES: readonly Role[] = ['leader', 'secretary', 'clerk', 'mediator', 'duty', 'keeper']

/** The highest office among those it is about. */
const officeOf = (roster: Roster, t: ToDecide['ticket']): Role | null =>
  OFFICES.find((role) => t.about.some((id) => roster.people.get(id)?.roles.some((r) => r.role === role))) ?? null
