import { earlier } from '../../domain/durations.ts'
import { hasRoleOver, townNode } from '../../domain/roster.ts'
import { monthName, monthOf } from '../../domain/span.ts'
import { line } from '../../wording/digests.ts'
import { change } from '../../wording/last-year.ts'
import { defineWing } from '../define-wing.ts'
import { HANDOVERS } from '../handovers/facts.ts'
import { COUNTED, TOLD } from './facts.ts'
import { enforcement } from './orders.ts'
import { enforcementPages } from './pages.ts'
import { compareYear, figuresOf, lastToldMonth } from './verbs.ts'
import * as say from './words.ts'

const lastYear = (month: string): string => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`

const MANY = 5000

/** 一个拳头震慑: the figures of police, traffic and market supervision. */
export const enforcementWing = defineWing({
  orders: [enforcement],
  /** The year so far beside last year's, as the source text has it; and what was handed to the police. The township's own, so for its leaders. */
  dayLines: null,
  async monthLines(desk, person, month) {
    if (!hasRoleOver(desk.roster, person, 'leader', townNode(desk.roster))) return []
    const until = month === monthName(desk.now) ? await lastToldMonth(desk, month) : month
    const { rows } = await compareYear(desk, until)
    const { from, to } = monthOf(month)
    const handed = (await desk.cases(HANDOVERS).list({ openedFrom: from, openedTo: to, limit: 2000 })).filter(
      (h) => h.to === 'police',
    ).length
    const words = [...rows.map((c) => say.comparedWords(c, until)), ...(handed > 0 ? [say.policeCount(handed)] : [])]
    return line(4.3, words.length > 0 ? say.monthLine(words) : null)
  },
  sheets: [
    {
      ...say.enforcementSheet,
      async rows(desk, { from, to }) {
        const [first, last] = [monthName(from), monthName(earlier(to, 1))]
        const figures = await figuresOf(desk, lastYear(first), last)
        const known = new Map(figures.map((f) => [`${f.code} ${f.month}`, f.count]))
        return figures
          .filter((f) => f.month >= first)
          .toSorted((a, b) => a.month.localeCompare(b.month) || a.code.localeCompare(b.code))
          .map((f) => {
            const before = known.get(`${f.code} ${lastYear(f.month)}`) ?? null
            const office = COUNTED.find((c) => c.code === f.code)?.office
            const moved = before === null ? '' : (change(f.count, before) ?? '')
            return [office ? say.officeWords[office].name : '', say.countedWords[f.code].name, f.month, f.count, before, moved]
          })
      },
    },
  ],
  morning: null,
  jobs: [],
  keepsOf: null,
  made: [
    {
      word: say.made,
      async count(desk, { id }) {
        const told = await desk.cases(TOLD).list({ whose: { person: id, at: ['by'] }, limit: MANY })
        return told.reduce((n, t) => n + t.figures.length, 0)
      },
    },
  ],
  forgets: { [TOLD.measure]: 'office' },
  staysWith: null,
  pages: [enforcementPages],
  held: null,
})
