import { type Correction, putRight, readCorrection } from '../classify/correction.ts'
import { earlier, MINUTE_MS } from '../domain/durations.ts'
import { isLive, type Ticket } from '../domain/ticket.ts'
import type { Desk, Heard } from '../ports/desk.ts'
import { amendTicket } from '../tickets/amend-ticket.ts'
import type { CommitDesk } from '../tickets/commit.ts'
import { plainLine, type Read, tellsOf } from './report-text.ts'

const HALF_HOUR_MS = 30 * MINUTE_MS

/** What the person told last and is still in hand, or null. */
export async function lastOwn(desk: Pick<Desk, 'now' | 'tickets'>, person: string, withinMs = HALF_HOUR_MS): Promise<Ticket | null> {
  const [last] = await desk.tickets({
    reporter: person,
    statuses: ['open', 'waiting'],
    openedSince: earlier(desk.now, withinMs),
    newestFirst: true,
    limit: 1,
  })
  return last ?? null
}

type CorrectDesk = CommitDesk & Pick<Desk, 'now' | 'roster' | 'tickets' | 'attach'>

/** 打错了，是四社, after the receipt: the ticket is put right when there is something to put right in it, and only then. */
export function correctLast(desk: CorrectDesk, heard: Heard, quoted: readonly Ticket[], read: Read): Promise<boolean> | false {
  const correction = readCorrection(plainLine(heard.text), (words) => read(words).places)
  return correction !== null && putLastRight(desk, heard, quoted, correction, read)
}

async function putLastRight(
  desk: CorrectDesk,
  heard: Heard,
  quoted: readonly Ticket[],
  correction: Correction,
  read: Read,
): Promise<boolean> {
  const ticket = quoted.find((t) => t.reporter === heard.person && isLive(t)) ?? (await lastOwn(desk, heard.person))
  if (!ticket) return false
  const text = putRight(ticket.text, correction, (words) => read(words).places, tellsOf(read))
  if (text === null || text === ticket.text) return false
  await amendTicket(desk, heard.person, ticket, heard, text, read(text))
  return true
}
