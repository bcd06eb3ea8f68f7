import { tellWhoIsLeft } from '../measures/alarm/calls.ts'
import type { Job } from './define-job.ts'

/** Half an hour after an alarm its keepers, an hour after it the secretaries hear who still needs a call. */
export const alarmCalls: Job = {
  name: 'alarm-calls',
  async run(desk, { data }) {
    const alarm = typeof data.alarm === 'string' ? await desk.alarms.byId(data.alarm) : null
    if (!alarm || alarm.endedAt) return 'over'
    return `${await tellWhoIsLeft(desk, alarm, typeof data.turn === 'string' ? data.turn : 'keepers')} told`
  },
}
