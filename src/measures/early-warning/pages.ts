import { CADRE_ROLES } from '../../domain/people.ts'
import type { MeasurePages } from '../../ports/measure-pages.ts'
import { holdsOneOf } from '../record-pages.ts'
import { warningLines } from './verbs.ts'
import * as say from './words.ts'

/** What comes again and again or suddenly often is counted anew each time, and has no page of its own. */
export const earlyWarningPages: MeasurePages = {
  path: 'warnings',
  of: 'net',
  title: say.pagesTitle,
  isFor: (person) => holdsOneOf(person, [...CADRE_ROLES, 'supervisor']),
  list: async (desk, reader) =>
    (await warningLines(desk, reader)).map((line, n) => ({
      ...{ key: null, label: String(n + 1), title: line, place: '', state: '', tone: 'plain', when: '' },
    })),
  ofMatter: async () => [],
  one: async () => null,
}
