import { DAY_MS, earlier, later } from '../../domain/durations.ts'
import type { Duty } from '../../domain/duty.ts'
import type { Person } from '../../domain/people.ts'
import { placeName } from '../../domain/place-name.ts'
import { holders } from '../../domain/roster.ts'
import type { Span } from '../../domain/span.ts'
import type { Township } from '../../domain/township.ts'
import type { Desk } from '../../ports/desk.ts'
import { roleNames } from '../../wording/names.ts'
import { scopeOf } from '../measure.ts'
import { changedFields, type DutyField, type DutyFigures, emptyFigures, isAlwaysLate } from './facts.ts'
import { type CheckUp, fieldWord } from './words.ts'

export type Changed = { before: string; after: string } | { same: string }

/** 改清单: one field of one line. What was registered before keeps its limits; the history keeps both versions. */
export async function changeDuty(
  desk: Pick<Desk, 'now' | 'chronicle' | 'duties'>,
  by: Person,
  duty: Duty,
  field: DutyField,
  to: Duty,
): Promise<Changed> {
  const [before, after] = [fieldWord(duty, field), fieldWord(to, field)]
  if (before === after) return { same: before }
  await desk.duties.set(to)
  const data = { field, before, after }
  await desk.chronicle.append(`duty:${duty.code}`, [{ at: desk.now, what: 'changed', by: by.id, note: null, data }])
  return { before, after }
}

/** An import that changes lines of the list leaves the same history as a leader's word does. */
export async function rememberImported(
  desk: Pick<Desk, 'now' | 'roster' | 'chronicle'>,
  { duties }: Pick<Township, 'duties'>,
): Promise<void> {
  for (const duty of duties) {
    const before = desk.roster.duties.get(duty.code)
    const fields = before ? changedFields(before, duty) : []
    if (before && fields.length > 0)
      await desk.chronicle.append(
        `duty:${duty.code}`,
        fields.map((field) => ({
          ...{ at: desk.now, what: 'changed', by: null, note: null },
          data: { field, before: fieldWord(before, field), after: fieldWord(duty, field) },
        })),
      )
  }
}

const YEAR_DAYS = 365
const MONTH_DAYS = 30
/** With less on record nothing can be said of what never occurs. */
const LEAST_MONTHS = 3

/** Every line of the list with what it saw, also those that saw nothing. */
export async function dutyFigures(desk: Pick<Desk, 'roster' | 'duties'>, reader: Person, span: Span): Promise<DutyFigures[]> {
  const known = new Map((await desk.duties.figures(scopeOf(desk, reader, span))).map((f) => [f.duty, f]))
  return [...desk.roster.duties.keys()].map((code) => known.get(code) ?? emptyFigures(code))
}

/** Villages in which nobody holds the role of the line; somebody up the line answers for it there. */
export const unownedIn = (desk: Pick<Desk, 'roster'>, code: string, villages: readonly string[]): string[] => {
  const duty = desk.roster.duties.get(code)
  return duty ? villages.filter((v) => holders(desk.roster, duty.owner, v).length === 0) : []
}

/** 清单体检: what has no owner, what never occurs, what is always late; about the list, not about people. */
export async function checkDuties(desk: Pick<Desk, 'now' | 'roster' | 'figures' | 'duties'>, reader: Person): Promise<CheckUp> {
  const from = earlier(desk.now, YEAR_DAYS * DAY_MS)
  const scope = scopeOf(desk, reader, { from, to: later(desk.now, 1) })
  const figures = await dutyFigures(desk, reader, scope)
  const villages = scope.villages.filter((v) => desk.roster.nodes.get(v)?.level === 'village')
  const first = await desk.figures.firstRecord(scope)
  const known = first ? Math.min(YEAR_DAYS, (desk.now.getTime() - first.getTime()) / DAY_MS) : 0
  const months = Math.floor(known / MONTH_DAYS)
  const nameOf = (code: string) => desk.roster.duties.get(code)?.name ?? code
  return {
    lines: figures.length,
    unowned: [...desk.roster.duties.values()].flatMap((duty) => {
      const without = unownedIn(desk, duty.code, villages)
      return without.length > 0
        ? [{ name: duty.name, role: roleNames[duty.owner], villages: without.map((v) => placeName(desk.roster, v)) }]
        : []
    }),
    never: figures.filter((f) => f.opened === 0 && !f.duty.endsWith('-OTHER')).map((f) => nameOf(f.duty)),
    months: months < LEAST_MONTHS ? null : months,
    late: figures.filter(isAlwaysLate).map((f) => ({ name: nameOf(f.duty), onTime: f.onTime, done: f.done })),
  }
}
