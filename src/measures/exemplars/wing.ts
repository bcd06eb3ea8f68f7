import { maskName } from '../../domain/mask.ts'
import { yearOf } from '../../domain/moments.ts'
import { placeName } from '../../domain/place-name.ts'
import { hasRoleOver, personName, townNode } from '../../domain/roster.ts'
import { monthOf } from '../../domain/span.ts'
import { line } from '../../wording/digests.ts'
import { sayLabels } from '../../wording/labels.ts'
import { defineWing } from '../define-wing.ts'
import { EXEMPLARS } from './facts.ts'
import { exemplars, recommend } from './orders.ts'
import { exemplarPages } from './pages.ts'
import { publishedIn, spanOfYear, tally } from './verbs.ts'
import * as say from './words.ts'

const MANY = 5000
const SHOWN = 10

/** 一批典型引领. */
export const exemplarsWing = defineWing({
  orders: [recommend, exemplars],
  async dayLines(desk, leader) {
    if (!hasRoleOver(desk.roster, leader, 'leader', townNode(desk.roster))) return []
    const waiting = (await desk.cases(EXEMPLARS).list({ statuses: ['checked'] })).filter((e) => e.person !== leader.id).length
    return line(1.7, waiting > 0 ? say.waitsForYou(waiting) : null)
  },
  async monthLines(desk, person, month) {
    if (!hasRoleOver(desk.roster, person, 'leader', townNode(desk.roster))) return []
    const span = monthOf(month)
    const published = (await publishedIn(desk, span)).length
    const sofar = await publishedIn(desk, { from: spanOfYear(yearOf(span.from)).from, to: span.to })
    return line(4.6, published + sofar.length > 0 ? say.monthLine(published, tally(sofar)) : null)
  },
  sheets: [
    {
      ...say.exemplarSheet,
      /** Who is published is known to everybody; of the others the name is masked, and who was taken down or said no leaves no deed. */
      async rows(desk, { from, to }) {
        const list = await desk.cases(EXEMPLARS).list({ openedFrom: from, openedTo: to, limit: MANY })
        return list.map((e) => {
          const gone = e.status === 'declined' || e.status === 'withdrawn'
          return [
            ...[sayLabels.exemplar(e.number), e.status === 'published' ? e.name : maskName(e.name), placeName(desk.roster, e.village)],
            ...[say.categoryWords[e.category].name, gone ? '' : e.deed, e.openedAt],
            ...[e.checkedBy ? personName(desk.roster, e.checkedBy) : '', e.approvedBy ? personName(desk.roster, e.approvedBy) : ''],
            ...[e.status === 'published' ? e.publishedAt : null, say.stateWords[e.status]],
          ]
        })
      },
    },
  ],
  morning: null,
  jobs: [],
  /** What was said of them, published or not, and whom they nominated. Who nominated them is not told: it was said in confidence. */
  async keepsOf(desk, { id }) {
    const newest = { newestFirst: true, limit: SHOWN } as const
    const ofThem = await desk.cases(EXEMPLARS).list({ whose: { person: id, at: ['person'] }, ...newest })
    const byThem = (await desk.cases(EXEMPLARS).list({ whose: { person: id, at: ['by'] }, ...newest })).filter((e) => e.person !== id)
    return [...ofThem.map(say.ofYouInFile), ...(byThem.length > 0 ? [say.byYouInFile(byThem)] : [])]
  },
  made: [],
  forgets: { [EXEMPLARS.measure]: 'consent' },
  staysWith: null,
  pages: [exemplarPages],
  held: null,
})
