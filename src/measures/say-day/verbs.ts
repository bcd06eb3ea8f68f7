import { workdaysBetween } from '../../domain/calendar.ts'
import { DAY_MS, earlier } from '../../domain/durations.ts'
import { dayName, dayOf, numberOfDay } from '../../domain/moments.ts'
import { toPerson } from '../../domain/notice.ts'
import type { Person } from '../../domain/people.ts'
import { placeName } from '../../domain/place-name.ts'
import { villageGroup } from '../../domain/roster.ts'
import { dayOf as spanOfDay, yearUntil } from '../../domain/span.ts'
import { isLive, isPrivate, type Ticket } from '../../domain/ticket.ts'
import type { Desk } from '../../ports/desk.ts'
import { type FactsDesk, shortOf } from '../../tickets/facts.ts'
import { type MoveDesk, moveTicket } from '../../tickets/move-ticket.ts'
import type { BulletinItem } from '../bulletin/facts.ts'
import { announce, type BulletinDesk } from '../bulletin/verbs.ts'
import { changeCase, openCase } from '../cases.ts'
import { WARNING_RULES } from '../early-warning/facts.ts'
import { type AgendaItem, SAY_DAYS, type SayDay } from './facts.ts'
import { ask, droppedAs, sayDayEve, sayDayOff, sayDayTold, why } from './words.ts'

declare module '../../domain/notice.ts' {
  interface MeasureOccasions extends Record<'say-day', true> {}
}

const MANY = 200
const MOST_DAYS = 500
const MOST = 10

/** What makes a matter one to sit together over; null for what only needs doing. */
function reasonOf(desk: Pick<Desk, 'now' | 'calendar'>, t: Ticket): string | null {
  if (t.stage === 'deliberation') return why.deliberation
  const days = workdaysBetween(t.completeBy, desk.now, desk.calendar)
  if (t.status === 'open' && days > 0) return why.overdue(days)
  return t.status === 'open' && !t.respondedAt && t.respondBy < desk.now ? why.unanswered : null
}

/** From what waits: under deliberation, late, unanswered, coming again and again. What is private is counted and not named. */
export async function agendaOf(
  desk: FactsDesk & Pick<Desk, 'tickets' | 'warnings'>,
  village: string,
  reader: Person,
): Promise<{ items: AgendaItem[]; apart: number }> {
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
  const scope = { villages: [village], reader: reader.id, ...yearUntil(spanOfDay(desk.now).to) }
  const again = await desk.warnings.again(scope, times, earlier(desk.now, withinDays * DAY_MS))
  const recurring = again.map(
    (r): AgendaItem => ({ ticket: null, text: desk.roster.duties.get(r.duty)?.short ?? r.duty, why: why.again(r.count) }),
  )
  return { items: [...items, ...recurring].slice(0, MOST), apart: waiting.filter(({ ticket }) => isPrivate(ticket)).length }
}

/** Of these villages, between these days, in order. */
export const sayDaysOf = (desk: Pick<Desk, 'cases'>, villages: readonly string[], from: string, to: string): Promise<SayDay[]> =>
  desk.cases(SAY_DAYS).list({ villages, days: { from, to }, limit: MOST_DAYS })

export type Plan = Pick<SayDay, 'village' | 'day' | 'minute' | 'place'> & { topics: string[] }

export type PlanSayDayDesk = BulletinDesk & Pick<Desk, 'roster' | 'calendar' | 'newId' | 'tickets' | 'cases' | 'warnings'>

/** A dated 说事日: its agenda from what waits and what was typed, told in the group and again the day before. */
export async function planSayDay(desk: PlanSayDayDesk, by: Person, { topics, ...plan }: Plan): Promise<SayDay> {
  const { items, apart } = await agendaOf(desk, plan.village, by)
  const agenda = [...topics.map((text) => ({ ticket: null, text, why: '' })), ...items]
  const fresh = { ...plan, status: 'planned' as const, by: by.id, apart, agenda, attendance: null, record: '' }
  const day = await openCase(desk, SAY_DAYS, by, 'planned', fresh)
  const village = placeName(desk.roster, day.village)
  const today = dayOf(desk.now)
  const eve = dayName(numberOfDay(day.day) - 1)
  const first = today < eve ? itemFor(desk, day, 'told', sayDayTold(day, village, desk.now), today, dayName(numberOfDay(eve) - 1)) : []
  const text = today < eve ? sayDayEve(day, village, desk.now) : sayDayTold(day, village, desk.now)
  await announce(desk, [...first, ...itemFor(desk, day, 'eve', text, eve, day.day)])
  return day
}

function itemFor(desk: Pick<Desk, 'roster'>, d: SayDay, what: string, text: string, from: string, until: string): BulletinItem[] {
  const group = villageGroup(desk.roster, d.village)?.id
  if (!group) return []
  const id = `say-day:${d.id}:${what}`
  return [{ id, group, occasion: 'assembly', text, from, until, gentle: false, picture: null }]
}

export async function cancelSayDay(desk: BulletinDesk & Pick<Desk, 'roster' | 'cases'>, by: Person, d: SayDay): Promise<void> {
  await desk.bulletin.drop(`say-day:${d.id}:`, droppedAs)
  await changeCase(desk, SAY_DAYS, by, d, 'cancelled', { status: 'cancelled', endedAt: desk.now })
  const group = villageGroup(desk.roster, d.village)?.id
  const told = group ? (await desk.bulletin.told(group, '')).some((t) => t.id.startsWith(`say-day:${d.id}:`)) : false
  const today = dayOf(desk.now)
  if (told && d.day >= today)
    await announce(desk, itemFor(desk, d, 'off', sayDayOff(d, placeName(desk.roster, d.village), desk.now), today, d.day))
}

export interface Result {
  ticket: Ticket
  note: string
}

/** The record: how many came, what was said; what was said of a matter goes into that matter, where its owner and reporter read it. */
export async function recordSayDay(
  desk: MoveDesk & Pick<Desk, 'cases'>,
  by: Person,
  day: SayDay,
  held: { attendance: number | null; record: string; results: readonly Result[] },
): Promise<{ day: SayDay; matters: string[] }> {
  const matters: string[] = []
  for (const { ticket, note } of held.results) {
    if (!isLive(ticket)) continue
    const moved = await moveTicket(desk, by, ticket, 'progress', { note })
    if ('ticket' in moved) matters.push(moved.ticket.label)
  }
  const after = await changeCase(desk, SAY_DAYS, by, day, 'held', {
    status: 'held',
    endedAt: desk.now,
    attendance: held.attendance ?? day.attendance,
    record: [day.record, held.record].filter((r) => r !== '').join('；'),
  })
  return { day: after, matters }
}

const LOOK_BACK_DAYS = 14

/** The morning after, whoever called it is asked once for the record. */
export async function remindOfSayDays(desk: Pick<Desk, 'now' | 'roster' | 'notify' | 'cases'>): Promise<string> {
  const today = numberOfDay(dayOf(desk.now))
  const villages = [...desk.roster.nodes.values()].filter((n) => n.level === 'village').map((n) => n.id)
  const past = (await sayDaysOf(desk, villages, dayName(today - LOOK_BACK_DAYS), dayName(today - 1))).filter((d) => d.status === 'planned')
  await desk.notify(
    past.map((d) => ({
      ...{ key: `say-day-ask:${d.id}`, to: toPerson(d.by), ticket: null, occasion: 'say-day' },
      text: ask.record(d, placeName(desk.roster, d.village), desk.now),
    })),
  )
  return `${past.length} asked`
}
