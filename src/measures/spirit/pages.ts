import { day } from '../../wording/dates.ts'
import { fields } from '../../wording/records.ts'
import { pagesOfCases } from '../record-pages.ts'
import { TEXTS } from './facts.ts'
import * as say from './words.ts'

export const spiritPages = pagesOfCases({
  path: 'spirit',
  of: 'spirit',
  title: say.spiritSheet.sheet,
  kind: TEXTS,
  for: ['leader'],
  sees: () => true,
  row: ({ now }, t) => ({
    label: say.nth(t.number),
    title: t.text,
    place: say.occasionWords[t.occasion].name,
    state: say.stateWords[t.status],
    tone: t.status === 'inUse' ? 'done' : 'plain',
    when: day(t.openedAt, now),
  }),
  facts: ({ now }, t) => [
    [fields.text, t.text],
    [say.occasionField, say.occasionWords[t.occasion].name],
    [fields.when, day(t.openedAt, now)],
  ],
  next: () => null,
  events: say.eventWords,
})
