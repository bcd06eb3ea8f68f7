import type { CaseOf } from '../../domain/case.ts'
import type { Judgement } from '../../domain/judgement.ts'
import type { Person } from '../../domain/people.ts'
import { villageGroup } from '../../domain/roster.ts'
import type { Span } from '../../domain/span.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { Desk, Heard, TicketQuery } from '../../ports/desk.ts'
import type { CaseQuery } from '../../ports/measure-desk.ts'
import { type OpenDesk, openTicket } from '../../tickets/open-ticket.ts'
import { openCase } from '../cases.ts'
import { FOUND, type Hazard } from './facts.ts'

const MANY = 2000

/** 隐患: what a cadre found is a matter like any other, with its owner and its clocks, and is remembered as found. A danger is told to the group. */
export async function reportHazard(
  desk: OpenDesk & Pick<Desk, 'cases'>,
  by: Person,
  found: { text: string; judgement: Judgement; village: string; message: Heard | null },
): Promise<Ticket> {
  const { text, village, message } = found
  const judgement: Judgement = found.judgement.kind === 'none' ? { ...found.judgement, kind: 'village' } : found.judgement
  const group = judgement.danger ? (villageGroup(desk.roster, village)?.id ?? null) : null
  const ticket = await openTicket(desk, {
    ...{ judgement: { ...judgement, title: judgement.title || text.slice(0, 16) }, reporter: by.id, by: by.id },
    ...{ village, text, source: 'noted', messages: message ? [message] : [], group },
  })
  await openCase(desk, FOUND, by, 'found', { status: 'found', ticket: ticket.id, village, by: by.id })
  return ticket
}

type Needs = Pick<Desk, 'cases' | 'tickets'>

async function filled(desk: Needs, found: CaseQuery<CaseOf<typeof FOUND>>, tickets: TicketQuery): Promise<Hazard[]> {
  const cases = await desk.cases(FOUND).list({ ...found, limit: MANY })
  const known = new Map((await desk.tickets({ ...tickets, ids: cases.map((c) => c.ticket), limit: MANY })).map((t) => [t.id, t]))
  return cases.flatMap((c) => {
    const ticket = known.get(c.ticket)
    return ticket ? [{ ticket, by: c.by, at: c.openedAt }] : []
  })
}

/** Not yet dealt with, the oldest first. */
export const openHazards = (desk: Needs, villages: readonly string[]): Promise<Hazard[]> =>
  filled(desk, {}, { villages, statuses: ['open', 'waiting'] })

export const hazardsOf = (desk: Needs, { from, to }: Span): Promise<Hazard[]> => filled(desk, { openedFrom: from, openedTo: to }, {})
