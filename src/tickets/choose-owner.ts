import type { Duty } from '../domain/duty.ts'
import type { Role } from '../domain/people.ts'
import { holders, type Roster } from '../domain/roster.ts'

/** Up the line when nobody holds the duty's role, or the one who does is whom it is about. */
const LADDER: readonly Role[] = ['keeper', 'clerk', 'secretary', 'leader', 'duty']

/** The one who answers for it: by the duty's role and the place, past those it is about; null when there is nobody at all. */
export function chooseOwner(roster: Roster, duty: Duty, place: string, about: readonly string[], urgent: boolean): string | null {
  const wanted: readonly Role[] = urgent ? ['duty', duty.owner] : [duty.owner]
  const ladder = about.length > 0 ? LADDER.slice(Math.max(LADDER.indexOf(duty.owner), LADDER.indexOf('secretary'))) : LADDER
  for (const role of [...wanted, ...ladder]) {
    const found = holders(roster, role, place).find((id) => !about.includes(id))
    if (found) return found
  }
  return null
}

/** 联办: those who are to help, one for each role. */
export const chooseCoOwners = (roster: Roster, duty: Duty, place: string, owner: string | null, about: readonly string[]): string[] =>
  duty.mode !== 'joint'
    ? []
    : [...new Set(duty.coOwners.flatMap((role) => holders(roster, role, place).find((id) => id !== owner && !about.includes(id)) ?? []))]
