import { CADRE_ROLES } from '../../domain/people.ts'
import { placeName } from '../../domain/place-name.ts'
import { officesReach, personName } from '../../domain/roster.ts'
import type { MeasurePages } from '../../ports/measure-pages.ts'
import { day } from '../../wording/dates.ts'
import { fields } from '../../wording/records.ts'
import { pagesOfCases } from '../record-pages.ts'
import { DISCLOSURES } from './facts.ts'
import { dueQuarter, notPosted } from './verbs.ts'
import * as say from './words.ts'

const cases = pagesOfCases({
  path: 'disclosures',
  of: 'together',
  title: say.disclosureSheet.sheet,
  kind: DISCLOSURES,
  for: [...CADRE_ROLES, 'supervisor'],
  among: ({ roster }, reader) => ({ villages: officesReach(roster, reader) }),
  sees: ({ roster }, reader, d) => officesReach(roster, reader).includes(d.village),
  row: ({ roster, now }, d) => ({
    label: say.quarterWords(d.quarter),
    title: say.titleOf(placeName(roster, d.village)),
    place: placeName(roster, d.village),
    state: say.isPosted,
    tone: 'done',
    when: day(d.openedAt, now),
  }),
  facts: ({ roster, now }, d) => [
    [say.pageFields.quarter, say.quarterWords(d.quarter)],
    [say.pageFields.posted, day(d.openedAt, now)],
    [fields.by, personName(roster, d.by)],
  ],
  next: () => null,
  events: say.eventWords,
})

/** 村务公开: what hangs on the boards, and first the villages where the last quarter does not hang yet. */
export const disclosurePages: MeasurePages = {
  ...cases,
  async list(desk, reader) {
    const missing = await notPosted(desk, officesReach(desk.roster, reader))
    return [
      ...missing.map((village) => ({
        key: null,
        label: say.quarterWords(dueQuarter(desk.now)),
        title: say.titleOf(placeName(desk.roster, village)),
        place: placeName(desk.roster, village),
        state: say.isMissing,
        tone: 'soon' as const,
        when: '',
      })),
      ...(await cases.list(desk, reader)),
    ]
  },
}
