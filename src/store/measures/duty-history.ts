import { Duty } from '../../domain/duty.ts'
import type { Township } from '../../domain/township.ts'
import { changedFields, type DutyField } from '../../measures/duties/facts.ts'
import type { Transaction } from '../transaction.ts'
import { chronicleOf } from './chronicle.ts'

/** An import that changes lines of the duty list leaves the same history as a leader's word does. */
export async function rememberDuties(
  tx: Transaction,
  { id, duties }: Township,
  fieldWord: (duty: Duty, field: DutyField) => string,
): Promise<void> {
  const known = new Map((await tx.dutyLine.findMany({ where: { townId: id } })).map((row) => [row.code, Duty.parse(row.line)]))
  const clock = await tx.productClock.findUnique({ where: { id: 1 } })
  const at = new Date(Date.now() + Number(clock?.offsetMs ?? 0))
  const chronicle = chronicleOf(tx, id)
  for (const duty of duties) {
    const before = known.get(duty.code)
    const fields = before ? changedFields(before, duty) : []
    if (before && fields.length > 0)
      await chronicle.append(
        `duty:${duty.code}`,
        fields.map((field) => ({
          ...{ at, what: 'changed', by: null, note: null },
          data: { field, before: fieldWord(before, field), after: fieldWord(duty, field) },
        })),
      )
  }
}
