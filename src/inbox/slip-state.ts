import { messageRef } from '../domain/message-ref.ts'
import { holders, personName } from '../domain/roster.ts'
import { sightOf } from '../domain/sight.ts'
import { SLIP_CHANNEL } from '../domain/slip.ts'
import { isLive, isPrivate, type Ticket } from '../domain/ticket.ts'
import type { Desk } from '../ports/desk.ts'
import type { FormVillage, SlipState } from '../ports/slip-box.ts'
import type { Slip } from '../ports/slips.ts'
import { isForgetting } from '../tickets/forget-person.ts'
import { dangerWords } from '../tickets/opening-notices.ts'

type StateDesk = Pick<
  Desk,
  | 'now'
  | 'roster'
  | 'ticket'
  | 'followers'
  | 'ticketsOfMessage'
  | 'report'
  | 'slipTalk'
  | 'slipAnswers'
  | 'reportOutcome'
  | 'traces'
  | 'dueOf'
>

/** What became of a report that is no ticket. */
const DENIED = ['denied', 'lapsed']
const ANSWERED = ['answered', 'police', 'shown']

/** Where a slip stands, for whoever has shown its number and code: its own matters and answers, and nothing else of anybody's. */
export async function slipState(desk: StateDesk, slip: Slip, village: FormVillage): Promise<SlipState> {
  const talk = await desk.slipTalk(slip)
  const found = await desk.ticketsOfMessage(messageRef(SLIP_CHANNEL, slip.id))
  const later = await Promise.all(talk.slice(1).map((m) => desk.ticketsOfMessage(m.id)))
  const tickets: Ticket[] = []
  for (const ticket of [...found, ...later.flat()]) {
    const stands = ticket.mergedInto ? await desk.ticket(ticket.mergedInto) : ticket
    if (stands && !tickets.some((t) => t.id === stands.id) && (await maySee(desk, slip, stands))) tickets.push(stands)
  }
  const reports = [...new Set(talk.flatMap((m) => m.report ?? []))]
  const [clerk] = holders(desk.roster, 'clerk', slip.village).flatMap((id) => desk.roster.people.get(id) ?? [])
  return {
    ...{ slip, village, now: desk.now },
    tickets: tickets.map((t) => ({
      ...{ label: t.label, title: t.title, status: t.status, resolution: t.resolution },
      ...{ completeBy: t.completeBy, respondBy: t.respondBy, waiting: t.waiting },
      ...{ isPrivate: isPrivate(t), danger: isLive(t) ? dangerWords(desk, t) : null },
      owner: t.owner && personName(desk.roster, t.owner),
    })),
    stands: tickets.length > 0 ? 'registered' : await standsSo(desk, talk[0]?.report ?? null),
    written: talk.map(({ text, photos, at }) => ({ text, photos, at })),
    answers: await desk.slipAnswers(slip, {
      tickets: [...found, ...later.flat()].map((t) => t.id),
      words: [...reports, ...talk.map((m) => m.id)],
    }),
    forgetting: await forgettingOf(desk, slip),
    hasPhone: Boolean(desk.roster.people.get(slip.person)?.phone),
    clerk: clerk ? { name: clerk.name, phone: clerk.phone } : null,
  }
}

/** Number and code open this slip, and not all that somebody says who is known by now. */
async function forgettingOf(desk: Pick<Desk, 'traces' | 'dueOf'>, { person }: Slip): Promise<SlipState['forgetting']> {
  if (await isForgetting(desk, { person })) return 'asked'
  return (await desk.traces(person)).accounts.some((a) => a !== SLIP_CHANNEL) ? 'elsewhere' : 'no'
}

async function standsSo(desk: Pick<Desk, 'reportOutcome'>, report: string | null): Promise<SlipState['stands']> {
  const outcome = report === null ? null : await desk.reportOutcome(report)
  if (outcome === null) return 'new'
  return DENIED.includes(outcome) ? 'denied' : ANSWERED.includes(outcome) ? 'answered' : 'asked'
}

/** A slip may have been added to a danger that others told first. */
async function maySee(desk: Pick<Desk, 'roster' | 'followers'>, slip: Slip, ticket: Ticket): Promise<boolean> {
  if (ticket.reporter === slip.person) return true
  const person = desk.roster.people.get(slip.person)
  return person !== undefined && sightOf(desk.roster, person, ticket, await desk.followers(ticket.id)) === 'all'
}

/** The village of a code with its 社, as the page shows it. */
export function formVillage({ roster }: Pick<Desk, 'roster'>, id: string, code: string): FormVillage | null {
  const node = roster.nodes.get(id)
  if (!node) return null
  const places = [...roster.nodes.values()].filter((n) => n.level === 'she' && n.parentId === id)
  return {
    id,
    name: node.name,
    short: node.short ?? '',
    town: roster.townName,
    code,
    places: places.map(({ id, name }) => ({ id, name })),
  }
}
