import { addWorkingDays } from '../../domain/calendar.ts'
import { notTheirs, standsAt } from '../../wording/refusals.ts'
import { supervised } from '../../wording/told.ts'
import { defineMove, live } from './define-move.ts'

/** A leader who names no day means soon: a date that is past already would be none. */
const LEADERS_WORKDAYS = 2

export const supervise = defineMove({
  event: 'supervised',
  from: live,
  to: { status: 'open' },
  by: ['leader'],
  effect: (_, { by, at, detail, calendar }, { completeBy }) => ({
    mode: 'supervised',
    supervisor: by,
    completeBy: detail.until ?? (completeBy > at ? completeBy : addWorkingDays(at, LEADERS_WORKDAYS, calendar)),
  }),
  notTheirs: notTheirs.supervise,
  refused: standsAt,
  tells: { owner: supervised },
})
