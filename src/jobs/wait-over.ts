import { moveTicket } from '../tickets/move-ticket.ts'
import type { Job } from './define-job.ts'

/** The day a matter was to wait for has come: its clock runs again, owner and reporter hear of it. */
export const waitOver: Job = {
  name: 'wait-over',
  async run(desk, work) {
    const ticket = work.ticket ? await desk.ticket(work.ticket) : null
    if (ticket?.status !== 'waiting') return 'not waiting'
    const moved = await moveTicket(desk, null, ticket, 'resume', {})
    return 'ticket' in moved ? 'resumed' : 'refused'
  },
}
