import { listAfterTalk, listUp } from '../inbox/list-up.ts'
import { defineJob } from './define-job.ts'

/** What sounded like a matter since the last list, for the clerks of all villages. */
export const clerkLists = defineJob({
  name: 'clerk-lists',
  schedule: (settings) => settings.listAt,
  everyDay: true,
  run: (desk, work, { judge }) => listUp(desk, judge, work.at),
})

/** The talk of an evening: whoever told something then does not wait for the next noon. */
export const eveningList = defineJob({
  name: 'list-after-talk',
  run: (desk, work, { judge }) => listAfterTalk(desk, judge, work),
})
