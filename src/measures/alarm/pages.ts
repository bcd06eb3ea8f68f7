import { CADRE_ROLES } from '../../domain/people.ts'
import { officesReach, personName } from '../../domain/roster.ts'
import { day } from '../../wording/dates.ts'
import { fields } from '../../wording/records.ts'
import { audienceName } from '../policy/verbs.ts'
import { pagesOfCases } from '../record-pages.ts'
import { ALARMS, villagesOfGroups } from './facts.ts'
import * as say from './words.ts'

export const alarmPages = pagesOfCases({
  path: 'alarms',
  of: 'net',
  title: say.alarmSheet,
  kind: ALARMS,
  for: [...CADRE_ROLES, 'supervisor'],
  sees: ({ roster }, reader, a) => villagesOfGroups(roster, a.groups).some((v) => officesReach(roster, reader).includes(v)),
  row: ({ roster, now }, a) => ({
    label: say.nth(a.number),
    title: a.text,
    place: audienceName(roster, a.groups),
    state: say.stateWords[a.status],
    tone: a.status === 'running' ? 'late' : 'plain',
    when: day(a.openedAt, now, { time: true }),
  }),
  facts: ({ roster, now }, a) => [
    [fields.text, a.text],
    [say.pageFields.to, audienceName(roster, a.groups)],
    [say.pageFields.raised, `${day(a.openedAt, now, { time: true })} ${personName(roster, a.by)}`],
    [say.pageFields.over, a.endedAt ? day(a.endedAt, now, { time: true }) : ''],
  ],
  next: (_desk, a) => (a.status === 'running' ? say.nextCall : null),
  events: say.eventWords,
})
