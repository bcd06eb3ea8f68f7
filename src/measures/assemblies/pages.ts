import { dayNumber } from '../../domain/moments.ts'
import { placeName } from '../../domain/place-name.ts'
import { isCadreOf, officesReach, personName } from '../../domain/roster.ts'
import { by } from '../../wording/dates.ts'
import { sayLabels } from '../../wording/labels.ts'
import { fields } from '../../wording/records.ts'
import { pagesOfCases } from '../record-pages.ts'
import { ASSEMBLIES } from './facts.ts'
import * as say from './words.ts'

export const assemblyPages = pagesOfCases({
  path: 'assemblies',
  of: 'together',
  title: say.assemblySheet.sheet,
  kind: ASSEMBLIES,
  for: ['secretary', 'clerk', 'leader', 'duty'],
  among: ({ roster }, reader) => ({ villages: officesReach(roster, reader) }),
  sees: ({ roster }, reader, a) => isCadreOf(roster, reader, a.village),
  row: ({ roster, now }, a) => ({
    label: sayLabels.assembly(a.number),
    title: a.items.map((i) => i.text).join('；'),
    place: placeName(roster, a.village),
    state: say.stateWords[a.status],
    tone: a.status === 'held' ? 'done' : dayNumber(a.at) === dayNumber(now) ? 'soon' : 'plain',
    when: by(a.at, now),
  }),
  facts: ({ roster, now }, a) => [
    [fields.when, by(a.at, now)],
    [fields.where, a.place],
    [say.presentField, a.present === null ? '' : say.presentOf(a.invited, a.present)],
    ...a.items.map((item, n) => [say.itemField(n + 1), say.itemWhole(item)] as const),
    [fields.by, personName(roster, a.by)],
  ],
  next: ({ now }, a) => {
    const open = a.items.filter((i) => i.result === null).length
    if (a.at > now) return say.nextHold(by(a.at, now))
    return open > 0 ? say.nextResults(open) : null
  },
  events: say.eventWords,
})
