import { moveTicket } from '../tickets/move-ticket.ts'
import type { Job } from './define-job.ts'

/** Three working days without a word from the reporter: closed, and no answer is not satisfied. */
export const closeSilent: Job = {
  name: 'close-silent',
  async run(desk, work) {
    const ticket = work.ticket ? await desk.ticket(work.ticket) : null
    if (ticket?.status !== 'resolved') return 'answered'
    const moved = await moveTicket(desk, null, ticket, 'closeSilently', {})
    return 'ticket' in moved ? 'closed' : 'refused'
  },
}
