import { CADRE_ROLES } from '../../domain/people.ts'
import { personName } from '../../domain/roster.ts'
import { day } from '../../wording/dates.ts'
import { fields } from '../../wording/records.ts'
import { pagesOfCases } from '../record-pages.ts'
import { approverOf, mayApprove, NOTICES } from './facts.ts'
import { audienceName } from './verbs.ts'
import * as say from './words.ts'

export const policyPages = pagesOfCases({
  path: 'notices',
  of: 'net',
  title: say.policySheet,
  kind: NOTICES,
  for: CADRE_ROLES,
  sees: ({ roster }, reader, n) => n.by === reader.id || mayApprove(roster, reader, n.groups),
  row: ({ roster, now }, n) => ({
    label: say.nth(n.number),
    title: n.text,
    place: audienceName(roster, n.groups),
    state: say.policyStates[n.status],
    tone: n.status === 'approved' ? 'done' : n.status === 'draft' ? 'soon' : 'plain',
    when: day(n.openedAt, now),
  }),
  facts: ({ roster, now }, n) => [
    [fields.text, n.text],
    [say.pageFields.to, audienceName(roster, n.groups)],
    [say.pageFields.drafted, `${day(n.openedAt, now)} ${personName(roster, n.by)}`],
    [say.pageFields.decided, n.decidedAt ? `${day(n.decidedAt, now)} ${n.decidedBy ? personName(roster, n.decidedBy) : ''}` : ''],
  ],
  next({ roster }, n) {
    const author = roster.people.get(n.by)
    const approver = n.status === 'draft' && author ? approverOf(roster, author, n.groups) : null
    return approver ? say.nextApprove(personName(roster, approver), n.number) : null
  },
  events: say.eventWords,
})
