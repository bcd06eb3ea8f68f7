import type { Person } from '../../domain/people.ts'
import { monthName } from '../../domain/span.ts'
import type { MeasurePages } from '../../ports/measure-pages.ts'
import { holdsOneOf } from '../record-pages.ts'
import { COUNTED } from './facts.ts'
import { figuresOf } from './verbs.ts'
import * as say from './words.ts'

const yearBefore = (month: string): string => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`

const isTheirs = (person: Person): boolean => holdsOneOf(person, ['duty', 'leader'])

/** The months that offices have told of, each with the same month of last year beside it. */
export const enforcementPages: MeasurePages = {
  path: 'enforcement',
  of: 'fist',
  title: say.enforcementSheet.sheet,
  isFor: isTheirs,
  async list(desk) {
    const until = monthName(desk.now)
    const figures = await figuresOf(desk, `${Number(until.slice(0, 4)) - 1}-01`, until)
    const told = Map.groupBy(figures, (f) => f.month)
    return [...told.keys()]
      .toSorted()
      .reverse()
      .map((month) => ({
        ...{ key: month, label: say.monthLabel(month), place: '', state: '', tone: 'plain', when: '' },
        title: (told.get(month) ?? []).map(say.figureShort).join('，'),
      }))
  },
  ofMatter: async () => [],
  async one(desk, reader, month) {
    if (!isTheirs(reader) || !/^20\d\d-(?:0[1-9]|1[0-2])$/u.test(month)) return null
    const figures = await figuresOf(desk, yearBefore(month), month)
    const of = (code: string, at: string) => figures.find((f) => f.code === code && f.month === at)?.count ?? null
    const rows = COUNTED.map(({ code, office }) => ({ code, office, now: of(code, month), before: of(code, yearBefore(month)) }))
    if (rows.every((r) => r.now === null)) return null
    return {
      ...{ label: say.monthLabel(month), title: say.monthLabel(month), state: '', tone: 'plain', matter: null, lines: [] },
      facts: rows
        .filter((r) => r.now !== null || r.before !== null)
        .map((r) => [say.countedField(r.code, r.office), say.besideLastYear(r)]),
      next: rows.some((r) => r.now === null) ? say.nextTell : null,
    }
  },
}
