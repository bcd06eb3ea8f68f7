import { CADRE_ROLES } from '../../domain/people.ts'
import { placeName } from '../../domain/place-name.ts'
import { hasRoleOver, personName, townNode } from '../../domain/roster.ts'
import { day } from '../../wording/dates.ts'
import { sayLabels } from '../../wording/labels.ts'
import { fields } from '../../wording/records.ts'
import { pagesOfCases } from '../record-pages.ts'
import { EXEMPLARS, stepOf } from './facts.ts'
import * as say from './words.ts'

export const exemplarPages = pagesOfCases({
  path: 'exemplars',
  of: 'exemplars',
  title: say.exemplarSheet.sheet,
  kind: EXEMPLARS,
  for: [...CADRE_ROLES, 'supervisor'],
  // What is published everybody has read; before that it is between who named them, whom it is, the village and the town.
  sees: ({ roster }, reader, e) =>
    e.status === 'published' ||
    e.by === reader.id ||
    e.person === reader.id ||
    hasRoleOver(roster, reader, 'secretary', e.village) ||
    hasRoleOver(roster, reader, 'leader', townNode(roster)),
  row: ({ roster, now }, e) => ({
    label: sayLabels.exemplar(e.number),
    title: say.titleOf(e),
    place: placeName(roster, e.village),
    state: say.stateWords[e.status],
    tone: e.status === 'published' ? 'done' : stepOf(e) ? 'soon' : 'plain',
    when: day(e.publishedAt ?? e.openedAt, now),
  }),
  facts: ({ roster, now }, e) => [
    [say.pageFields.kind, say.categoryWords[e.category].name],
    [say.pageFields.deed, e.deed],
    [fields.place, placeName(roster, e.village)],
    [say.pageFields.nominated, `${day(e.openedAt, now)} ${personName(roster, e.by)}`],
    [say.pageFields.checked, e.checkedBy === null ? '' : personName(roster, e.checkedBy)],
    [say.pageFields.approved, e.approvedBy === null ? '' : personName(roster, e.approvedBy)],
    [say.pageFields.published, e.publishedAt === null ? '' : day(e.publishedAt, now)],
  ],
  next: (_desk, e) => (stepOf(e) ? say.stateWords[e.status] : null),
  events: say.eventWords,
})
