import { groupIn, type NoticeDraft, personIn, toPerson } from '../domain/notice.ts'
import { holders, townNode } from '../domain/roster.ts'
import type { Desk } from '../ports/desk.ts'
import type { Verdict, Waiting } from '../ports/store.ts'
import { placeName } from '../tickets/facts.ts'
import { gap, mergedPost } from '../wording/reminders.ts'
import { quietUntil } from './quiet.ts'

const HOUR_MS = 60 * 60_000

/**
 * What becomes of the notices that wait in one conversation. Emergencies pass everything; answers to somebody who just
 * spoke pass the night; a group hears no more than its budget of posts an hour, and what is over becomes one post.
 */
export function decideTelling(desk: Desk, waiting: readonly Waiting[], saidLastHour: readonly Date[]): Verdict[] {
  const verdicts: Verdict[] = []
  const late = waiting.filter((n) => n.expiresAt && n.expiresAt < desk.now)
  if (late.length > 0) verdicts.push({ do: 'suppress', keys: late.map((n) => n.key), why: '过时了，再说没有用', tell: gapLine(desk, late) })
  const rest = waiting.filter((n) => !late.includes(n))
  const conversation = rest[0]?.conversation
  if (!conversation) return verdicts
  const group = groupIn(conversation)
  const until = quietUntil(desk, group)
  const now = rest.filter((n) => n.urgent || (n.answer && personIn(conversation) !== null) || until === null)
  const held = rest.filter((n) => !now.includes(n))
  if (until && held.length > 0) verdicts.push({ do: 'hold', keys: held.map((n) => n.key), until })
  return [...verdicts, ...(group ? withinBudget(desk, group, now, saidLastHour) : now.map(say))]
}

/** One line a day to the duty cadre when an outage swallowed something. */
function gapLine(desk: Desk, late: readonly Waiting[]): NoticeDraft[] {
  const [duty] = holders(desk.roster, 'duty', townNode(desk.roster))
  const from = late[0]?.dueAt ?? desk.now
  const key = `gap:${desk.now.toISOString().slice(0, 10)}`
  return duty ? [{ key, to: toPerson(duty), ticket: null, occasion: 'gap', text: gap(from, desk.now) }] : []
}

const say = (n: Waiting): Verdict => ({
  do: 'say',
  keys: [n.key],
  text: n.text,
  quote: n.quote,
  tickets: n.ticket ? [n.ticket] : [],
  why: null,
})

function withinBudget(desk: Desk, group: string, waiting: readonly Waiting[], saidLastHour: readonly Date[]): Verdict[] {
  const urgent = waiting.filter((n) => n.urgent)
  const plain = waiting.filter((n) => !n.urgent)
  // What was held back over night or a silence comes as one post, and so does what the budget held back.
  const overdue = plain.filter((n) => desk.now.getTime() - n.dueAt.getTime() > 60_000)
  if (overdue.length > 1) return [...urgent.map(say), merged(desk, group, plain)]
  const free = desk.settings.groupPostsPerHour - saidLastHour.length
  if (free <= 0 && plain.length > 0) {
    const first = saidLastHour[0]
    const until = new Date((first?.getTime() ?? desk.now.getTime()) + HOUR_MS)
    return [...urgent.map(say), { do: 'hold', keys: plain.map((n) => n.key), until }]
  }
  if (plain.length > free) return [...urgent.map(say), ...plain.slice(0, free - 1).map(say), merged(desk, group, plain.slice(free - 1))]
  return [...urgent, ...plain].map(say)
}

function merged(desk: Desk, group: string, notices: readonly Waiting[]): Verdict {
  const [only] = notices
  if (notices.length === 1 && only) return say(only)
  const grid = desk.roster.groups.get(group)?.grid
  const brief = (kind: (n: Waiting) => boolean) => [...new Set(notices.filter(kind).map((n) => n.brief ?? n.text))]
  const opened = brief((n) => n.occasion === 'opened')
  const closed = brief((n) => n.occasion === 'closed')
  const other = brief((n) => n.occasion !== 'opened' && n.occasion !== 'closed')
  return {
    do: 'say',
    keys: notices.map((n) => n.key),
    text: mergedPost(grid ? placeName(desk.roster, grid) : '', opened, closed, other),
    quote: null,
    tickets: [...new Set(notices.flatMap((n) => n.ticket ?? []))],
    why: `并成一条，共${notices.length}件`,
  }
}
