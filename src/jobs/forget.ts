import { nextDayAt } from '../domain/calendar.ts'
import { holdsOffice } from '../domain/people.ts'
import { CASE_FATES } from '../measures/index.ts'
import { unfinishedOf } from '../tickets/forget-person.ts'
import { defineJob } from './define-job.ts'

/** When what still waits is looked at again: once a night. */
const AGAIN_AT = '02:50'

/** Somebody asked to be forgotten: done when nothing is open any more that they told. */
export const forget = defineJob({
  name: 'forget',
  async run(desk, { key, data: { whom, wish } }) {
    if ('person' in whom) {
      const person = desk.roster.people.get(whom.person)
      if (person && holdsOffice(person)) return 'in office by now'
    }
    if ((await unfinishedOf(desk, whom)).length > 0) {
      const at = nextDayAt(desk.now, AGAIN_AT)
      await desk.addDue({
        key: `${key.slice(0, key.lastIndexOf(':20'))}:${at.toISOString()}`,
        job: 'forget',
        at,
        ticket: null,
        data: { whom, wish },
      })
      return 'something is open'
    }
    const erased = await desk.forget(whom, wish, CASE_FATES)
    return erased ? 'forgotten' : 'nobody'
  },
})
