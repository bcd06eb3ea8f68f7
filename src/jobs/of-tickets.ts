import { toPerson } from '../domain/notice.ts'
import { personName } from '../domain/roster.ts'
import { isSaidOver } from '../tickets/all-clear.ts'
import { callLine, callOf } from '../tickets/call-line.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import { callAgain } from '../wording/emergencies.ts'
import { defineJob } from './define-job.ts'

const QUARTER_HOUR = 15

/** Danger, and no answer for a quarter of an hour: the next in line is called, at any hour. */
export const callNext = defineJob({
  name: 'call-next',
  async run(desk, work) {
    const ticket = work.ticket ? await desk.ticket(work.ticket) : null
    if (ticket?.status !== 'open' || ticket.respondedAt) return 'answered'
    // The one who told it says that it is over; somebody still looks, but nobody else is called out of bed.
    if (isSaidOver(await desk.history(ticket.id))) return 'said to be over'
    const { call } = work.data
    const line = callLine(desk, ticket)
    const next = line[call % line.length]
    if (!next) return 'nobody to call'
    const text = callAgain(callOf(desk, ticket), personName(desk.roster, line[0] ?? null), call * QUARTER_HOUR)
    await desk.notify([{ key: `${ticket.id}:call:${call}`, to: toPerson(next), ticket: ticket.id, occasion: 'call', text, urgent: true }])
    await desk.append(ticket.id, [{ at: desk.now, what: 'called', by: null, note: null, data: { person: next, call } }])
    return `called ${next}`
  },
})

/** The day a matter was to wait for has come: its clock runs again, owner and reporter hear of it. */
export const waitOver = defineJob({
  name: 'wait-over',
  async run(desk, work) {
    const ticket = work.ticket ? await desk.ticket(work.ticket) : null
    if (ticket?.status !== 'waiting') return 'not waiting'
    const moved = await moveTicket(desk, null, ticket, 'resume', {})
    return 'ticket' in moved ? 'resumed' : 'refused'
  },
})

/** Three working days without a word from the reporter: closed, and no answer is not satisfied. */
export const closeSilent = defineJob({
  name: 'close-silent',
  async run(desk, work) {
    const ticket = work.ticket ? await desk.ticket(work.ticket) : null
    if (ticket?.status !== 'resolved') return 'answered'
    const moved = await moveTicket(desk, null, ticket, 'closeSilently', {})
    return 'ticket' in moved ? 'closed' : 'refused'
  },
})
