import type { Case, CaseKind } from '../domain/case.ts'
import { isOneOf } from '../domain/one-of.ts'
import type { Person, Role } from '../domain/people.ts'
import { personName } from '../domain/roster.ts'
import { sightOf } from '../domain/sight.ts'
import type { TenMeasure } from '../domain/ten-measures.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk } from '../ports/desk.ts'
import type { CaseQuery } from '../ports/measure-desk.ts'
import type { MeasurePages, RecordPage, RecordRow } from '../ports/measure-pages.ts'
import { eventNote } from '../wording/records.ts'

const MANY = 300

export const holdsOneOf = (person: Person, roles: readonly Role[]): boolean => person.roles.some((r) => isOneOf(roles, r.role))

/** The matter of a case, where the reader may see all of it. */
export async function matterSeen(
  desk: Pick<Desk, 'roster' | 'ticket' | 'followers'>,
  reader: Person,
  id: string | null,
): Promise<Ticket | null> {
  const ticket = id === null ? null : await desk.ticket(id)
  return ticket && sightOf(desk.roster, reader, ticket, await desk.followers(ticket.id)) === 'all' ? ticket : null
}

/** What a page of a measure is made from. */
type PageDesk = Pick<Desk, 'calendar' | 'now' | 'roster' | 'ticket'>

interface CasePages<T extends Case> {
  path: string
  of: TenMeasure
  title: string
  kind: CaseKind<T>
  for: readonly Role[]
  /** Narrows what is looked through; rights are `sees`, for the list and for the page alike. */
  among?(desk: PageDesk, reader: Person): CaseQuery<T>
  sees(desk: PageDesk, reader: Person, of: T): boolean | Promise<boolean>
  row(desk: PageDesk, of: T): Omit<RecordRow, 'key'> | Promise<Omit<RecordRow, 'key'>>
  facts(desk: PageDesk, of: T, reader: Person): RecordPage['facts']
  next(desk: PageDesk, of: T): string | null
  /** How the lines of its history are called; the others are not told. */
  events: Readonly<Record<string, string>>
}

/** The list and the page of a measure that is kept as cases. */
export function pagesOfCases<T extends Case>(of: CasePages<T>): MeasurePages {
  const { path, of: measure, title, kind, events } = of
  const rowsOf = async (desk: PageDesk, reader: Person, found: readonly T[]): Promise<RecordRow[]> => {
    const rows: RecordRow[] = []
    for (const one of found) if (await of.sees(desk, reader, one)) rows.push({ key: String(one.number), ...(await of.row(desk, one)) })
    return rows
  }
  return {
    path,
    of: measure,
    title,
    isFor: (person) => holdsOneOf(person, of.for),
    list: async (desk, reader) =>
      rowsOf(desk, reader, await desk.cases(kind).list({ newestFirst: true, limit: MANY, ...of.among?.(desk, reader) })),
    ofMatter: async (desk, reader, ticket) => rowsOf(desk, reader, await desk.cases(kind).list({ ticket })),
    async one(desk, reader, key) {
      const found = /^\d{1,6}$/u.test(key) ? await desk.cases(kind).byNumber(Number(key)) : null
      if (!found || !(await of.sees(desk, reader, found))) return null
      const history = await desk.cases(kind).history(found.id)
      const matter = await matterSeen(desk, reader, found.ticket)
      return {
        ...(await of.row(desk, found)),
        facts: of.facts(desk, found, reader),
        next: of.next(desk, found),
        lines: history.flatMap(({ at, what, by, note }) => {
          const word = events[what]
          return word === undefined
            ? []
            : [{ at, by: by && personName(desk.roster, by), text: word + (note === null || note === '' ? '' : eventNote(note)) }]
        }),
        matter: matter?.label ?? null,
      }
    },
  }
}
