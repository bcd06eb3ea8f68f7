import { toPerson } from '../domain/notice.ts'
import { personName } from '../domain/roster.ts'
import { placeName } from '../tickets/facts.ts'
import { callLine } from '../tickets/opening-notices.ts'
import { callAgain } from '../wording/emergencies.ts'
import type { Job } from './define-job.ts'

const QUARTER_HOUR = 15

/** Danger, and no answer for a quarter of an hour: the next in line is called, at any hour. */
export const callNext: Job = {
  name: 'call-next',
  async run(desk, work) {
    const ticket = work.ticket ? await desk.ticket(work.ticket) : null
    if (ticket?.status !== 'open' || ticket.respondedAt) return 'answered'
    const call = typeof work.data.call === 'number' ? work.data.call : 1
    const line = callLine(desk, ticket)
    const next = line[call % line.length]
    if (!next) return 'nobody to call'
    const text = callAgain(
      ticket.label,
      ticket.danger,
      placeName(desk.roster, ticket.village),
      personName(desk.roster, line[0] ?? null),
      call * QUARTER_HOUR,
    )
    await desk.notify([{ key: `${ticket.id}:call:${call}`, to: toPerson(next), ticket: ticket.id, occasion: 'call', text, urgent: true }])
    await desk.append(ticket.id, [{ at: desk.now, what: 'called', by: null, note: null, data: { person: next, call } }])
    return `called ${next}`
  },
}
