import { earlier } from '../../domain/durations.ts'
import { maskText } from '../../domain/mask.ts'
import { dayOf, momentAt, numberOfDay } from '../../domain/moments.ts'
import { placeName } from '../../domain/place-name.ts'
import { villagesOf } from '../../domain/roster.ts'
import { line } from '../../wording/digests.ts'
import { defineWing, madeBy } from '../define-wing.ts'
import { timeOfDay } from '../lectures/words.ts'
import { SAY_DAYS } from './facts.ts'
import { sayDay, venues } from './orders.ts'
import { callBack, sayPoint } from './orders-point.ts'
import { sayDayPages } from './pages.ts'
import { remindOfSayDays, sayDaysOf } from './verbs.ts'
import * as say from './words.ts'

declare module '../../ports/due-work.ts' {
  interface WingJobs extends Record<'say-days', true> {}
}

/** In the calendar. */
const MANY = 300

/** 一个箩筐集事: 说事点, 说事日 and the rooms they are held in. */
export const sayDayWing = defineWing({
  orders: [sayPoint, callBack, sayDay, venues],
  dayLines: null,
  async monthLines(desk, person, month) {
    const days = await sayDaysOf(desk, villagesOf(desk.roster, person), `${month}-01`, `${month}-31`)
    const held = days.filter((d) => d.status === 'held')
    return line(
      7,
      say.monthLine(
        held.length,
        held.reduce((n, d) => n + (d.attendance ?? 0), 0),
      ),
    )
  },
  sheets: [
    {
      sheet: say.sayDaySheet,
      columns: say.sayDayColumns,
      async rows(desk, span) {
        const { roster } = desk
        const villages = [...roster.nodes.values()].filter((n) => n.level === 'village').map((n) => n.id)
        const names = [...roster.people.values()].map((p) => p.name)
        const days = await sayDaysOf(desk, villages, dayOf(span.from), dayOf(earlier(span.to, 1)))
        return days.map((d, i) => [
          ...[i + 1, placeName(roster, d.village), momentAt(numberOfDay(d.day), 0), timeOfDay(d.minute), d.place],
          ...[d.agenda.map((a) => a.text).join('；'), d.apart, d.attendance, maskText(d.record, names), say.sayDayStates[d.status]],
        ])
      },
    },
  ],
  morning: null,
  jobs: [
    {
      name: 'say-days',
      schedule: (settings) => settings.morningAt,
      everyDay: true,
      run: (desk) => remindOfSayDays(desk),
    },
  ],
  keepsOf: null,
  made: [madeBy(say.made, SAY_DAYS)],
  forgets: { [SAY_DAYS.measure]: 'office' },
  staysWith: null,
  pages: [sayDayPages],
  held: async (desk, _reader, { from, to, villages }) =>
    (await desk.cases(SAY_DAYS).list({ days: { from, to }, villages, limit: MANY }))
      .filter((d) => d.status !== 'cancelled')
      .map((d) => ({ day: d.day, minute: d.minute, text: say.inCalendar(placeName(desk.roster, d.village), d.place) })),
})
