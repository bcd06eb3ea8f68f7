import type { Duty } from '../domain/duty.ts'
import type { Role } from '../domain/people.ts'
import { holders, type Roster } from '../domain/roster.ts'
import type { Accused } from './about-whom.ts'

/** Up the line when nobody holds the duty's role, or the one who does is a party to it. */
const LADDER: readonly Role[] = ['keeper', 'clerk', 'secretary', 'leader', 'duty']

/** A complaint goes to the next one up: nobody looks into the conduct of whoever gives them orders, nor of a colleague. */
const ABOVE: readonly { accused: readonly Role[]; line: readonly Role[] }[] = [
  { accused: ['leader', 'duty'], line: ['leader', 'duty'] },
  { accused: ['secretary'], line: ['leader', 'duty'] },
  { accused: ['keeper', 'clerk', 'mediator'], line: ['secretary', 'leader', 'duty'] },
]

function lineOf(roster: Roster, duty: Duty, { about, complaint }: Accused, urgent: boolean): readonly Role[] {
  if (!complaint) return urgent ? ['duty', duty.owner, ...LADDER] : [duty.owner, ...LADDER]
  const isAccused = (role: Role) => about.some((id) => roster.people.get(id)?.roles.some((r) => r.role === role))
  return ABOVE.find(({ accused }) => accused.some(isAccused))?.line ?? ['leader', 'duty']
}

/** The one who answers for it: by the duty's role and the place, past those it is about; null when there is nobody at all. */
export function chooseOwner(roster: Roster, duty: Duty, place: string, accused: Accused, urgent: boolean): string | null {
  for (const role of lineOf(roster, duty, accused, urgent)) {
    const found = holders(roster, role, place).find((id) => !accused.about.includes(id))
    if (found) return found
  }
  return null
}

/** 联办: those who are to help, one for each role. */
export const chooseCoOwners = (roster: Roster, duty: Duty, place: string, owner: string | null, about: readonly string[]): string[] =>
  duty.mode !== 'joint'
    ? []
    : [...new Set(duty.coOwners.flatMap((role) => holders(roster, role, place).find((id) => id !== owner && !about.includes(id)) ?? []))]
