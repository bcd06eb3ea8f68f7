import { dayOf, minuteOf } from '../../domain/moments.ts'
import { placeName } from '../../domain/place-name.ts'
import { worthAWord } from '../../domain/remind.ts'
import { isCadreOf, personName, villagesOf } from '../../domain/roster.ts'
import { monthOf } from '../../domain/span.ts'
import { line } from '../../wording/digests.ts'
import { sayLabels, standing } from '../../wording/labels.ts'
import { defineWing, madeBy } from '../define-wing.ts'
import type { Cell } from '../measure.ts'
import { ASSEMBLIES } from './facts.ts'
import { assembly } from './orders.ts'
import { assemblyPages } from './pages.ts'
import * as say from './words.ts'

const MANY = 5000
/** In the calendar. */
const SHOWN = 300

/** 议事会. */
export const assembliesWing = defineWing({
  orders: [assembly],
  dayLines: null,
  async monthLines(desk, person, month) {
    const { from, to } = monthOf(month)
    const all = await desk.cases(ASSEMBLIES).list({ villages: villagesOf(desk.roster, person), statuses: ['held'], limit: MANY })
    const held = all.filter((a) => a.at >= from && a.at < to)
    const items = held.flatMap((a) => a.items)
    const count = (result: string) => items.filter((i) => i.result === result).length
    return line(4.7, held.length > 0 ? say.monthLine(held.length, items.length, count('agreed'), count('toAssembly')) : null)
  },
  sheets: [
    {
      ...say.assemblySheet,
      async rows(desk, { from, to }) {
        const list = await desk.cases(ASSEMBLIES).list({ openedFrom: from, openedTo: to, limit: MANY })
        return list.flatMap((a) =>
          a.items.map((i): Cell[] => [
            ...[sayLabels.assembly(a.number), placeName(desk.roster, a.village), a.at, a.place, a.invited, a.present],
            ...[i.text, i.reserved ? say.reservedWords[i.reserved] : '', i.opinion ?? '', i.result ? say.resultWords[i.result] : ''],
            ...[i.resultText ?? '', personName(desk.roster, a.by)],
          ]),
        )
      },
    },
  ],
  /** The day before and the day itself, to whoever called it. */
  morning: async (desk) =>
    (await desk.cases(ASSEMBLIES).list({ statuses: ['planned'], limit: MANY })).flatMap((a) => {
      const at = worthAWord(a.at, desk.now, desk.calendar)
      return at && 'left' in at && at.left <= 1
        ? [{ person: a.by, text: say.tomorrow(a, at.left === 0 ? say.heldToday : standing(at)) }]
        : []
    }),
  jobs: [],
  keepsOf: null,
  made: [madeBy(say.made, ASSEMBLIES)],
  forgets: { [ASSEMBLIES.measure]: 'office' },
  staysWith: null,
  pages: [assemblyPages],
  /** Who is called together is told by the cadres of that village; the oversight committee hears of it as everybody does. */
  async held(desk, reader, { from, to, villages }) {
    const mine = villages.filter((v) => isCadreOf(desk.roster, reader, v))
    const all = await desk.cases(ASSEMBLIES).list({ villages: mine, newestFirst: true, limit: SHOWN })
    return all
      .filter((a) => dayOf(a.at) >= from && dayOf(a.at) <= to)
      .map((a) => ({ day: dayOf(a.at), minute: minuteOf(a.at), text: say.inCalendar(placeName(desk.roster, a.village)) }))
  },
})
