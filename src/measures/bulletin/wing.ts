import type { Desk } from '../../ports/desk.ts'
import { doingOf } from '../../ports/due-work.ts'
import type { FactsDesk } from '../../tickets/facts.ts'
import { defineWing } from '../define-wing.ts'
import { LATE, postBulletins } from './verbs.ts'

/** The one collected post a day of each group. */
export const bulletinWing = defineWing({
  orders: [],
  dayLines: null,
  monthLines: null,
  sheets: [],
  morning: null,
  jobs: [
    /** Every day at one hour, each group's one collected post: notices, lectures, exemplars and whatever else waits. */
    {
      name: 'bulletin',
      schedule: (settings) => settings.bulletinAt,
      everyDay: true,
      run: async (desk) => `${await postBulletins(desk)} posts`,
    },
    /** Something was announced after the hour, in a group that had no post yet that day. */
    {
      name: LATE.job,
      run: doingOf(
        LATE,
        async (desk: FactsDesk & Pick<Desk, 'notify' | 'bulletin' | 'isTapped'>, { group }) => `${await postBulletins(desk, group)} posts`,
      ),
    },
  ],
  keepsOf: null,
  made: [],
  forgets: {},
  staysWith: null,
  pages: [],
  held: null,
})
