import type { Judgement } from '../../domain/judgement.ts'
import type { Person } from '../../domain/people.ts'
import { villageGroup } from '../../domain/roster.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { Desk, Heard } from '../../ports/desk.ts'
import { openTicket } from '../../tickets/open-ticket.ts'

/** 隐患: what a cadre found is a matter like any other, with its owner and its clocks, and is remembered as found. A danger is told to the group. */
export async function reportHazard(
  desk: Desk,
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
  await desk.hazards.add(ticket.id, by.id)
  return ticket
}
