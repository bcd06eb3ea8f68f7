import { type NoticeDraft, toGroup, toPerson } from '../domain/notice.ts'
import { workdaysLate, workdaysLeft } from '../domain/overdue.ts'
import { holders, onLeave, personName, villageGroup } from '../domain/roster.ts'
import { isPrivate, type Ticket } from '../domain/ticket.ts'
import type { Desk } from '../ports/desk.ts'
import { shortOf } from '../tickets/facts.ts'
import { tellsGroup } from '../tickets/notices.ts'
import { kindNames } from '../wording/names.ts'
import { morningList, overdueForLeader, overdueForSecretary, overdueInGroup, unansweredForSecretary } from '../wording/reminders.ts'
import type { Job } from './define-job.ts'

/** voice.md, section 2: day 1 the owner, day 2 the secretary, day 4 the 包村 leader; the digest has the rest. */
const SECRETARY_DAY = 2
const LEADER_DAY = 4
/** Half of the limit left is worth a word only for limits of more than five working days. */
const HALF_FROM_WORKDAYS = 5
const PAGE = 500
const SIX_HOURS_MS = 6 * 60 * 60_000

/** Everything that is one person's, in one message. */
interface Mine {
  own: Ticket[]
  /** Lines about matters in other hands that climbed to this person today. */
  climbed: string[]
}

/** One private message each working morning with all of a person's; overdue 村里事 once in the group; the rest climbs. */
export const morning: Job = {
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
    for (const ticket of await openTickets(desk)) {
      if (ticket.owner) of(onLeave(desk.roster, ticket.owner)?.deputy ?? ticket.owner).own.push(ticket)
      await climb(desk, ticket, of)
      posts.push(...overduePost(desk, ticket))
    }
    const day = work.at.toISOString().slice(0, 10)
    const expiresAt = new Date(work.at.getTime() + SIX_HOURS_MS)
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
}

async function openTickets(desk: Desk): Promise<Ticket[]> {
  const found: Ticket[] = []
  for (let since: Date | undefined; ; ) {
    const page = await desk.tickets({ statuses: ['open'], limit: PAGE, ...(since && { openedSince: since }) })
    const fresh = page.filter((t) => !found.some((f) => f.id === t.id))
    found.push(...fresh)
    since = page.at(-1)?.openedAt
    if (page.length < PAGE || fresh.length === 0) return found
  }
}

/** Null on a morning on which nothing of theirs wants a word. */
function listOf(desk: Desk, own: readonly Ticket[]): string | null {
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

function halfIsToday(desk: Desk, ticket: Ticket): boolean {
  const whole = workdaysLeft(ticket.completeBy, ticket.countedFrom, desk.calendar)
  return whole > HALF_FROM_WORKDAYS && workdaysLeft(ticket.completeBy, desk.now, desk.calendar) === Math.floor(whole / 2)
}

/** Once for each rung: what the row in the history says was climbed is not climbed again. A touch of the ticket resets nothing. */
async function climb(desk: Desk, ticket: Ticket, of: (id: string) => Mine): Promise<void> {
  const { roster, calendar, now } = desk
  const late = workdaysLate(ticket.completeBy, now, calendar)
  const unanswered = !ticket.respondedAt && ticket.respondBy < now
  if (late < SECRETARY_DAY && !unanswered) return
  const climbed = (await desk.history(ticket.id))
    .filter((e) => e.what === 'escalated' && e.at >= ticket.countedFrom)
    .map((e) => e.data.rung)
  const rung = late >= LEADER_DAY ? 'leader' : late >= SECRETARY_DAY ? 'secretary' : 'unanswered'
  if (climbed.includes(rung)) return
  const role = rung === 'leader' ? 'leader' : 'secretary'
  // A secretary's own late matter goes one higher, and so does one that is about the secretary.
  const person = [...holders(roster, role, ticket.place), ...holders(roster, 'leader', ticket.place)].find(
    (id) => id !== ticket.owner && !ticket.about.includes(id),
  )
  if (!person) return
  const owner = ticket.owner && personName(roster, ticket.owner)
  const short = isPrivate(ticket) ? kindNames[ticket.kind] : shortOf(roster, ticket)
  of(person).climbed.push(
    rung === 'leader'
      ? overdueForLeader(ticket.label, short, late, owner ? `在${owner}手上` : '还没人接')
      : rung === 'secretary'
        ? overdueForSecretary(ticket.label, short, late, owner)
        : unansweredForSecretary(ticket.label, short, owner),
  )
  await desk.append(ticket.id, [{ at: now, what: 'escalated', by: null, note: null, data: { rung, days: late, to: person } }])
}

/** An overdue 村里事, once in the group, neutrally. */
function overduePost(desk: Desk, ticket: Ticket): NoticeDraft[] {
  const group = villageGroup(desk.roster, ticket.village)
  if (isPrivate(ticket) || ticket.completeBy >= desk.now || !group || !tellsGroup(desk, ticket)) return []
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
