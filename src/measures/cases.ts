import { type Case, type CaseKind, newCase } from '../domain/case.ts'
import type { ChainedEvent } from '../domain/history.ts'
import type { Desk } from '../ports/desk.ts'

type Needs = Pick<Desk, 'cases' | 'now'>
/** Null for the clock. */
type By = { id: string } | null

const happened = (now: Date, by: By, what: string, note: string | null, data = {}): ChainedEvent => ({
  ...{ at: now, what, by: by?.id ?? null, note, data },
})

/** What a case has before anybody says anything of it. */
type Given = 'id' | 'number' | 'openedAt' | 'endedAt' | 'version' | 'ticket' | 'village'

/** A new case, with its number and the first line of its history. */
export async function openCase<T extends Case>(
  desk: Needs & Pick<Desk, 'newId'>,
  kind: CaseKind<T>,
  by: By,
  what: string,
  fresh: Omit<T, Given> & Partial<Pick<Case, Given>>,
  note: string | null = null,
): Promise<T> {
  const cases = desk.cases(kind)
  const given = newCase({ id: desk.newId(), number: await cases.nextNumber(), village: fresh.village ?? null }, desk.now)
  return cases.write(null, kind.shape.parse({ ...given, ...fresh }), [happened(desk.now, by, what, note)])
}

/** One change, with its line in the history. */
export const changeCase = <T extends Case>(
  desk: Needs,
  kind: CaseKind<T>,
  by: By,
  before: T,
  what: string,
  changes: Partial<T>,
  note: string | null = null,
): Promise<T> => desk.cases(kind).write(before, { ...before, ...changes }, [happened(desk.now, by, what, note)])

/** What was tried and refused leaves a line as well. */
export const noteCase = <T extends Case>(
  desk: Needs,
  kind: CaseKind<T>,
  by: By,
  of: T,
  what: string,
  note: string | null = null,
): Promise<void> => desk.cases(kind).note(of.id, happened(desk.now, by, what, note))
