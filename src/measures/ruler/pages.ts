import type { Case } from '../../domain/case.ts'
import { CADRE_ROLES, type Person } from '../../domain/people.ts'
import { placeName } from '../../domain/place-name.ts'
import { officesReach, personName } from '../../domain/roster.ts'
import type { Desk } from '../../ports/desk.ts'
import { by, day } from '../../wording/dates.ts'
import { sayLabels } from '../../wording/labels.ts'
import { fields } from '../../wording/records.ts'
import { matterSeen, pagesOfCases } from '../record-pages.ts'
import { confirmBy, MEASUREMENTS, MEDIATIONS, type Measurement, type Mediation } from './facts.ts'
import { mayMeasure } from './verbs.ts'
import { areaWords, closingWords, measurementSheet, mediationSheet, mediationStates, wordsOfBoth } from './words.ts'
import * as say from './words-pages.ts'

/** Whoever may measure and mediate the matter reads what was written down of it. */
async function isTheirs(desk: Desk, reader: Person, of: Case): Promise<boolean> {
  const ticket = await matterSeen(desk, reader, of.ticket)
  return ticket !== null && mayMeasure(desk, reader, ticket)
}

const among = ({ roster }: Desk, reader: Person) => ({ villages: officesReach(roster, reader) })

export const measurementPages = pagesOfCases<Measurement>({
  path: 'measurements',
  of: 'ruler',
  title: measurementSheet.sheet,
  kind: MEASUREMENTS,
  for: CADRE_ROLES,
  among,
  sees: isTheirs,
  row: async (desk, m) => ({
    label: sayLabels.measurement(m.number),
    title: say.measuredOf((await desk.ticket(m.ticket))?.label ?? '', m),
    place: placeName(desk.roster, m.village ?? ''),
    state: say.measurementStates[m.status],
    tone: m.status === 'agreed' ? 'done' : 'plain',
    when: day(m.openedAt, desk.now),
  }),
  facts: ({ roster, now }, m) => [
    [fields.when, day(m.openedAt, now)],
    [say.pageFields.sides, say.sidesOf(m)],
    [say.pageFields.area, areaWords(m.figure.area)],
    [say.pageFields.closing, closingWords(m.figure)],
    [say.pageFields.present, m.present.join('、')],
    [say.pageFields.words, wordsOfBoth(m)],
    [fields.by, personName(roster, m.by)],
  ],
  next: (_desk, m) => (m.status === 'agreed' ? null : m.status === 'refused' ? say.nextTalk : say.nextWord),
  events: say.measurementEvents,
})

const openPerformance = (m: Mediation) =>
  m.performances.filter((p) => p.done === null).toSorted((a, b) => a.due.getTime() - b.due.getTime())[0]

export const mediationPages = pagesOfCases<Mediation>({
  path: 'mediations',
  of: 'ruler',
  title: mediationSheet.sheet,
  kind: MEDIATIONS,
  for: CADRE_ROLES,
  among,
  sees: isTheirs,
  row: async (desk, m) => ({
    label: sayLabels.mediation(m.number),
    title: say.mediatedOf((await desk.ticket(m.ticket))?.label ?? '', m),
    place: placeName(desk.roster, m.village ?? ''),
    state: mediationStates[m.status],
    tone: (openPerformance(m)?.due ?? desk.now) < desk.now ? 'late' : m.status === 'agreed' ? 'done' : 'plain',
    when: day(m.openedAt, desk.now),
  }),
  facts: ({ roster, now }, m) => [
    [say.pageFields.mediator, personName(roster, m.mediator)],
    [say.pageFields.parties, m.parties.join('、')],
    [say.pageFields.invited, m.invited.join('、')],
    ...m.record.map((r, n) => [say.pageFields.sitting(n + 1), `${day(r.at, now)} ${r.text}`] as const),
    [say.pageFields.agreement, m.agreement ? say.agreementOf(m.agreement, now) : ''],
    ...m.performances.map((p, n) => [say.pageFields.performance(n + 1), say.performanceOf(p, now)] as const),
    [say.pageFields.confirm, m.confirmedAt ? say.confirmedOn(m.confirmedAt, now) : confirmUntil(m, now)],
  ],
  next({ now }, m) {
    const open = openPerformance(m)
    if (m.status === 'talking') return say.nextSitting
    return open ? say.nextPerformance(open.text, by(open.due, now)) : null
  },
  events: say.mediationEvents,
})

const confirmUntil = (m: Mediation, now: Date): string => {
  const until = confirmBy(m)
  return until ? say.confirmUntil(until, now) : ''
}
