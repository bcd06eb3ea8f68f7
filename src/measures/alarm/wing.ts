import { hasRoleOver, personName, villagesOf } from '../../domain/roster.ts'
import type { Desk } from '../../ports/desk.ts'
import { doingOf } from '../../ports/due-work.ts'
import { line } from '../../wording/digests.ts'
import { defineWing, madeBy } from '../define-wing.ts'
import type { Cell } from '../measure.ts'
import { audienceName } from '../policy/verbs.ts'
import { ALARMS, whoIsLeft } from './facts.ts'
import { alarmOver, alarmSituation, raise, toldAll } from './orders.ts'
import { alarmPages } from './pages.ts'
import { alarmsOf, CALLS, hearAlarmAnswer, leftOf, runningAlarms, tellWhoIsLeft } from './verbs.ts'
import * as say from './words.ts'

/** Weather alarms. */
export const alarmWing = defineWing({
  orders: [raise, alarmSituation, alarmOver, toldAll],
  async dayLines(desk, leader) {
    const [alarm] = (await runningAlarms(desk)).filter((a) =>
      a.groups.some((g) => hasRoleOver(desk.roster, leader, 'leader', desk.roster.groups.get(g)?.grid ?? '')),
    )
    if (!alarm) return []
    const villages = villagesOf(desk.roster, leader)
    const rows = (await leftOf(desk, alarm)).filter((r) => villages.includes(r.village))
    const count = (pick: 'left' | 'households') => rows.reduce((n, r) => n + r[pick].length, 0)
    return line(2.05, say.dayLine(count('left'), count('households')))
  },
  // The month counts alarms beside the notices (src/measures/policy/wing.ts).
  monthLines: null,
  sheets: [
    {
      sheet: say.alarmSheet,
      columns: say.alarmColumns,
      async rows(desk, span) {
        const rows: Cell[][] = []
        for (const a of await alarmsOf(desk, span)) {
          const answers = await desk.alarmAnswers.of(a.id)
          const own = new Set(answers.filter((x) => x.how === 'self').map((x) => x.who))
          const keepers = whoIsLeft(desk.roster, a.groups, new Set(answers.map((x) => x.who)))
          const households = keepers.flatMap((k) => k.households)
          const left = keepers.flatMap((k) => k.left).length
          const self = households.filter((h) => own.has(h)).length
          rows.push([
            ...[rows.length + 1, a.openedAt, personName(desk.roster, a.by), audienceName(desk.roster, a.groups), a.text],
            ...[households.length, self, households.length - left - self, left, a.endedAt],
          ])
        }
        return rows
      },
    },
  ],
  morning: null,
  jobs: [
    /** Half an hour after an alarm its keepers, an hour after it the secretaries hear who still needs a call. */
    {
      name: CALLS.job,
      run: doingOf(CALLS, async (desk: Pick<Desk, 'now' | 'roster' | 'notify' | 'cases' | 'alarmAnswers'>, { alarm: id, turn }) => {
        const alarm = (await runningAlarms(desk)).find((a) => a.id === id)
        if (!alarm) return 'over'
        return `${await tellWhoIsLeft(desk, alarm, turn)} told`
      }),
    },
  ],
  async keepsOf(desk, { id }) {
    const times = await desk.alarmAnswers.countBy(id)
    return times > 0 ? [say.answeredInFile(times)] : []
  },
  made: [madeBy(say.made, ALARMS)],
  forgets: { [ALARMS.measure]: 'office' },
  staysWith: null,
  pages: [alarmPages],
  held: null,
  hears: hearAlarmAnswer,
})
