import type { Duty } from '../../domain/duty.ts'
import type { DutyField } from './facts.ts'
import type { Person } from '../../domain/people.ts'
import type { Desk } from '../../ports/desk.ts'
import { fieldWord } from './words.ts'

export type Changed = { before: string; after: string } | { same: string }

/** 改清单: one field of one line. What was registered before keeps its limits; the history keeps both versions. */
export async function changeDuty(desk: Desk, by: Person, duty: Duty, field: DutyField, to: Duty): Promise<Changed> {
  const [before, after] = [fieldWord(duty, field), fieldWord(to, field)]
  if (before === after) return { same: before }
  await desk.duties.set(to)
  const data = { field, before, after }
  await desk.chronicle.append(`duty:${duty.code}`, [{ at: desk.now, what: 'changed', by: by.id, note: null, data }])
  return { before, after }
}
