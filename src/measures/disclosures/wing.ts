import { dayOf, momentAt, numberOfDay } from '../../domain/moments.ts'
import { placeName } from '../../domain/place-name.ts'
import { worthAWord } from '../../domain/remind.ts'
import { holders, personName, villagesOf } from '../../domain/roster.ts'
import { monthName } from '../../domain/span.ts'
import { line } from '../../wording/digests.ts'
import { standing } from '../../wording/labels.ts'
import { defineWing, madeBy } from '../define-wing.ts'
import type { MorningLine } from '../measure.ts'
import { DISCLOSURES, quarterOf } from './facts.ts'
import { disclosure } from './orders.ts'
import { disclosurePages } from './pages.ts'
import { dueQuarter, notPosted, spanOfQuarter } from './verbs.ts'
import * as say from './words.ts'

/** The township's own limit: by the tenth of the month after the quarter, at the end of work. */
const DUE_DAY = 10
const END_OF_WORK = 18 * 60

const dueAt = (now: Date): Date => {
  const first = spanOfQuarter(quarterOf(dayOf(now))).from
  return momentAt(numberOfDay(dayOf(first)) + DUE_DAY - 1, END_OF_WORK)
}

/** 村务公开. */
export const disclosuresWing = defineWing({
  orders: [disclosure],
  dayLines: null,
  async monthLines(desk, person, month) {
    // A month that is over tells of itself only.
    const late =
      month === monthName(desk.now) && dueAt(desk.now) < desk.now ? (await notPosted(desk, villagesOf(desk.roster, person))).length : 0
    return line(4.8, late > 0 ? say.late(late) : null)
  },
  sheets: [
    {
      ...say.disclosureSheet,
      async rows(desk, { from, to }) {
        const list = await desk.cases(DISCLOSURES).list({ openedFrom: from, openedTo: to, limit: 5000 })
        return list.map((d) => [placeName(desk.roster, d.village), say.quarterWords(d.quarter), d.openedAt, personName(desk.roster, d.by)])
      },
    },
  ],
  /** To the clerk, on the mornings that are worth a word, until it hangs. */
  morning: async (desk) => {
    const at = worthAWord(dueAt(desk.now), desk.now, desk.calendar)
    if (!at) return []
    const villages = [...desk.roster.nodes.values()].filter((n) => n.level === 'village').map((n) => n.id)
    const lines: MorningLine[] = []
    for (const village of await notPosted(desk, villages)) {
      const [clerk] = [...holders(desk.roster, 'clerk', village), ...holders(desk.roster, 'secretary', village)]
      if (clerk) lines.push({ person: clerk, text: say.due(placeName(desk.roster, village), dueQuarter(desk.now), standing(at)) })
    }
    return lines
  },
  jobs: [],
  keepsOf: null,
  made: [madeBy(say.made, DISCLOSURES)],
  forgets: { [DISCLOSURES.measure]: 'office' },
  staysWith: null,
  pages: [disclosurePages],
  held: null,
})
