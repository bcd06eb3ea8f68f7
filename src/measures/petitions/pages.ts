import { CADRE_ROLES } from '../../domain/people.ts'
import { placeName } from '../../domain/place-name.ts'
import { personName } from '../../domain/roster.ts'
import type { Desk } from '../../ports/desk.ts'
import type { MeasurePages } from '../../ports/measure-pages.ts'
import { day } from '../../wording/dates.ts'
import { sayLabels } from '../../wording/labels.ts'
import { pagesOfCases } from '../record-pages.ts'
import { openPetition, withoutLeadOf } from './change.ts'
import { clocksOf, isOpen, PETITIONS, type Petition, petitionSight } from './facts.ts'
import { petitionSheet, stateWords } from './words.ts'
import * as say from './words-pages.ts'

const nextOf = ({ calendar }: Pick<Desk, 'calendar'>, p: Petition) =>
  clocksOf(p, calendar)
    .filter((c) => !c.done)
    .toSorted((a, b) => a.due.getTime() - b.due.getTime())[0] ?? null

const cases = pagesOfCases<Petition>({
  path: 'petitions',
  of: 'petitions',
  title: petitionSheet.sheet,
  kind: PETITIONS,
  for: CADRE_ROLES,
  sees: ({ roster }, reader, p) => petitionSight(roster, reader, p) === 'all',
  row(desk, p) {
    const next = nextOf(desk, p)
    return {
      label: sayLabels.petition(p.number),
      title: say.titleOf(p),
      place: p.village ? placeName(desk.roster, p.village) : '',
      state: stateWords[p.status],
      tone: !isOpen(p) ? 'done' : next && next.due < desk.now ? 'late' : 'plain',
      when: next ? say.clockBy(next, desk.now) : day(p.endedAt ?? p.receivedAt, desk.now),
    }
  },
  facts: ({ roster, calendar, now }, p) => [
    [say.pageFields.who, say.whoOf(p)],
    [say.pageFields.received, day(p.receivedAt, now)],
    [say.pageFields.text, p.text],
    [say.pageFields.lead, p.lead === null ? say.noLead : personName(roster, p.lead)],
    [say.pageFields.handlers, p.handlers.map((id) => personName(roster, id)).join('、')],
    ...p.demands.map((d, n) => [say.pageFields.demand(n + 1), say.demandOf(d)] as const),
    ...p.visits.map((v, n) => [say.pageFields.visit(n + 1), `${day(v.at, now)} ${v.said}`] as const),
    ...p.promises.map((one, n) => [say.pageFields.promise(n + 1), say.promiseOf(one, now)] as const),
    ...clocksOf(p, calendar).map((c) => [say.pageFields.clock(c), say.clockStands(c, now)] as const),
    [say.pageFields.handed, p.handedTo ? say.handedOf(p.handedTo) : ''],
  ],
  next(desk, p) {
    const next = nextOf(desk, p)
    if (!isOpen(p)) return null
    return p.lead === null ? say.nextLead : next && say.clockBy(next, desk.now)
  },
  events: say.eventWords,
})

/** 信访: seen by few. Whoever tries another's leaves a line; a leader reads the numbers of those that nobody answers for. */
export const petitionPages: MeasurePages = {
  ...cases,
  async list(desk, reader) {
    const rows = await cases.list(desk, reader)
    const alone = (await withoutLeadOf(desk, reader)).filter((p) => !rows.some((r) => r.key === String(p.number)))
    return [
      ...alone.map((p) => ({
        key: null,
        label: sayLabels.petition(p.number),
        title: say.noLead,
        place: '',
        state: stateWords[p.status],
        tone: 'soon' as const,
        when: say.nextLead,
      })),
      ...rows,
    ]
  },
  async one(desk, reader, key) {
    const page = await cases.one(desk, reader, key)
    if (page === null && /^\d{1,6}$/u.test(key)) await openPetition(desk, reader, Number(key), say.onPage)
    return page
  },
}
