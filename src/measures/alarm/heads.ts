import type { Roster } from '../../domain/roster.ts'

/** A household by the first of its members, with a number to call. */
export function headOf(roster: Roster, household: string): { name: string; phone: string | null } {
  const members = [...roster.people.values()].filter((p) => p.household === household)
  return { name: members[0]?.name ?? household, phone: members.find((p) => p.phone)?.phone ?? null }
}
