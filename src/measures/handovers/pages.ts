import { CADRE_ROLES, type Person } from '../../domain/people.ts'
import { placeName } from '../../domain/place-name.ts'
import { hasRoleOver, personName, type Roster, townNode } from '../../domain/roster.ts'
import type { Desk } from '../../ports/desk.ts'
import { day } from '../../wording/dates.ts'
import { sayLabels } from '../../wording/labels.ts'
import { fields } from '../../wording/records.ts'
import { matterSeen, pagesOfCases } from '../record-pages.ts'
import { HANDOVERS, type Handover } from './facts.ts'
import * as say from './words.ts'

const isOfTown = (roster: Roster, person: Person): boolean =>
  (['duty', 'leader'] as const).some((role) => hasRoleOver(roster, person, role, townNode(roster)))

/** Whoever sees the whole matter sees where it went; what is for the police is the town's. */
const mayRead = async (desk: Desk, reader: Person, h: Handover): Promise<boolean> =>
  h.ticket === null ? isOfTown(desk.roster, reader) : (await matterSeen(desk, reader, h.ticket)) !== null

const isLate = (h: Handover, now: Date): boolean => h.status === 'sent' && h.due !== null && h.due < now

export const handoverPages = pagesOfCases({
  path: 'handovers',
  of: 'fist',
  title: say.handoverSheet.sheet,
  kind: HANDOVERS,
  for: CADRE_ROLES,
  sees: mayRead,
  row: async (desk, h) => ({
    label: sayLabels.handover(h.number),
    title: say.titleOf((await desk.ticket(h.ticket ?? ''))?.label ?? (h.matter ? say.matterOf(h.matter) : ''), h),
    place: placeName(desk.roster, h.village ?? ''),
    state: say.stateWords[h.status],
    tone: isLate(h, desk.now) ? 'late' : h.status === 'answered' ? 'done' : 'plain',
    when: h.due && h.status === 'sent' ? say.dueBy(h.due, desk.now) : day(h.endedAt ?? h.openedAt, desk.now),
  }),
  facts: ({ roster, now }, h) => [
    [say.pageFields.to, say.destinationWords[h.to].name],
    [say.pageFields.reference, h.reference ?? say.noReference],
    [fields.text, h.text],
    [say.pageFields.sent, day(h.openedAt, now)],
    [say.pageFields.due, h.due ? `${say.dueBy(h.due, now)}（${say.basisOf(h.to)}）` : say.noDue],
    [say.pageFields.answer, h.answer ?? ''],
    [fields.by, h.by === null ? '' : personName(roster, h.by)],
  ],
  next: ({ now }, h) =>
    h.status !== 'sent' ? null : h.reference === null ? say.nextReference : isLate(h, now) ? say.nextAsk : say.nextWait,
  events: say.eventWords,
})
