import { dayOf } from '../domain/moments.ts'
import { toPerson } from '../domain/notice.ts'
import { standIn } from '../domain/roster.ts'
import { beginLeave, endLeave } from '../tickets/leave.ts'
import { deputised, leaveBegan, nobodyStandsIn } from '../wording/leave.ts'
import { defineJob } from './define-job.ts'

/** The first day away: whoever stands in has the open matters from now on, and both are told. */
export const leaveBegins = defineJob({
  name: 'leave-begins',
  async run(desk, { key, data: planned }) {
    const person = desk.roster.people.get(planned.person)
    if (!person) return 'gone from the roster'
    const { since, until } = planned
    // The machine stood still all the while.
    if (dayOf(desk.now) > until) return 'over already'
    // Whoever was to stand in may be away as well by now, or gone.
    const standsIn = standIn(desk.roster, planned.deputy, [person.id])
    const deputy = standsIn === null ? undefined : desk.roster.people.get(standsIn)
    const base = { ticket: null, occasion: 'leave' as const }
    if (!deputy) {
      await desk.notify([{ ...base, key, to: toPerson(person.id), text: nobodyStandsIn }])
      return 'nobody stands in'
    }
    const count = await beginLeave(desk, person, deputy.id, until)
    await desk.notify([
      { ...base, key, to: toPerson(person.id), text: leaveBegan(until, deputy.name, count, desk.now) },
      { ...base, key: `${key}:deputy`, to: toPerson(deputy.id), text: deputised(person.name, until, count, desk.now) },
    ])
    return `${count} moved since ${since}`
  },
})

/** The day after the last day away: what is still open comes back. */
export const leaveOver = defineJob({
  name: 'leave-over',
  async run(desk, work) {
    const person = work.data.person
    const back = person ? await endLeave(desk, person) : null
    return back ? `${back.back} came back` : 'over already'
  },
})
