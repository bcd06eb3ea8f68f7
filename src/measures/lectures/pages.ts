import { dayOf, momentAt, numberOfDay } from '../../domain/moments.ts'
import { CADRE_ROLES } from '../../domain/people.ts'
import { placeName } from '../../domain/place-name.ts'
import { officesReach, personName, townNode } from '../../domain/roster.ts'
import { fields } from '../../wording/records.ts'
import { pagesOfCases } from '../record-pages.ts'
import { isOver, LECTURES } from './facts.ts'
import * as say from './words.ts'

export const lecturePages = pagesOfCases({
  path: 'lectures',
  of: 'lectures',
  title: say.lectureSheet,
  kind: LECTURES,
  for: [...CADRE_ROLES, 'supervisor'],
  sees: ({ roster }, reader, l) => l.by === reader.id || l.villages.some((v) => officesReach(roster, reader).includes(v)),
  row: ({ roster, now }, l) => ({
    label: say.nth(l.number),
    title: say.titleOf(l),
    place: l.villages.length === 1 ? placeName(roster, l.villages[0] ?? '') : placeName(roster, townNode(roster)),
    state: say.stateWords[l.status],
    tone: l.status === 'held' ? 'done' : l.status === 'planned' && l.day === dayOf(now) ? 'soon' : 'plain',
    when: say.whenOf(l, now),
  }),
  facts: ({ roster, now }, l) => [
    [fields.when, say.whenOf(l, now)],
    [fields.where, l.place],
    [say.speakerField, l.speaker],
    [fields.attendance, l.attendance === null ? '' : fields.people(l.attendance)],
    [say.noteField, l.note],
    [say.photosField, l.photos.length > 0 ? say.photoCount(l.photos.length) : ''],
    [fields.by, personName(roster, l.by)],
  ],
  next: ({ now }, l) =>
    l.status !== 'planned' ? null : isOver(l, now) ? say.nextRecord : say.nextHold(say.whenOf(l, momentAt(numberOfDay(dayOf(now)), 0))),
  events: say.eventWords,
})
