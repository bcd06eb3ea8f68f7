import { dayOf } from '../../domain/moments.ts'
import { CADRE_ROLES } from '../../domain/people.ts'
import { placeName } from '../../domain/place-name.ts'
import { hasRoleOver, isCadreOf, officesReach, personName } from '../../domain/roster.ts'
import { fields } from '../../wording/records.ts'
import { pagesOfCases } from '../record-pages.ts'
import { SAY_DAYS } from './facts.ts'
import * as say from './words.ts'

/** Why something waits, and how much is talked over apart, is for those who call the village together. */
const CALLERS = ['clerk', 'secretary', 'leader'] as const

export const sayDayPages = pagesOfCases({
  path: 'say-days',
  of: 'basket',
  title: say.sayDaySheet,
  kind: SAY_DAYS,
  for: [...CADRE_ROLES, 'supervisor'],
  among: ({ roster }, reader) => ({ villages: officesReach(roster, reader) }),
  sees: ({ roster }, reader, d) => officesReach(roster, reader).includes(d.village),
  row: ({ roster, now }, d) => ({
    label: say.nth(d.number),
    title: say.titleOf(placeName(roster, d.village), d),
    place: placeName(roster, d.village),
    state: say.sayDayStates[d.status],
    tone: d.status === 'held' ? 'done' : d.status === 'planned' && d.day === dayOf(now) ? 'soon' : 'plain',
    when: say.whenOf(d, now),
  }),
  facts: ({ roster, now }, d, reader) => {
    const calls = CALLERS.some((role) => hasRoleOver(roster, reader, role, d.village))
    const item = calls ? say.withWhy : ({ text }: { text: string }) => text
    return [
      [fields.when, say.whenOf(d, now)],
      [fields.where, d.place],
      ...d.agenda.map((it, n) => [say.itemField(n + 1), item(it)] as const),
      [say.apartField, calls && d.apart > 0 ? say.apartCount(d.apart) : ''],
      [fields.attendance, d.attendance === null ? '' : fields.people(d.attendance)],
      [say.recordField, isCadreOf(roster, reader, d.village) ? d.record : ''],
      [fields.by, personName(roster, d.by)],
    ]
  },
  next: ({ now }, d) => (d.status !== 'planned' ? null : d.day < dayOf(now) ? say.nextRecord : say.nextHold(say.whenOf(d, now))),
  events: say.eventWords,
})
