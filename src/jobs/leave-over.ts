import { endLeave } from '../tickets/leave.ts'
import type { Job } from './define-job.ts'

/** The day after the last day away: what is still open comes back. */
export const leaveOver: Job = {
  name: 'leave-over',
  async run(desk, work) {
    const person = typeof work.data.person === 'string' ? work.data.person : null
    const back = person ? await endLeave(desk, person) : null
    return back ? `${back.back} came back` : 'over already'
  },
}
