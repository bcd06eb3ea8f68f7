import type { Person } from '../../domain/people.ts'
import { petitionSight } from './facts.ts'
import type { Desk } from '../../ports/desk.ts'
import { handledInFile, ownInFile } from './words.ts'

const SHOWN = 10
const MANY = 5000

/** Their own, in their own words and with nothing of how it is handled; and how many they handle, of those they may know of. */
export async function petitionsOfFile(desk: Desk, person: Person): Promise<string[]> {
  const { roster, now } = desk
  const own = await desk.petitions.list({ whose: { person: person.id, at: ['petitioner', 'person'] }, newestFirst: true, limit: SHOWN })
  const roles = [{ at: ['lead'] }, { at: ['registrar'] }, { at: ['handlers'], listed: true }] as const
  const handled = new Set<number>()
  for (const role of roles)
    for (const p of await desk.petitions.list({ whose: { person: person.id, ...role }, limit: MANY }))
      if (petitionSight(roster, person, p) === 'all') handled.add(p.number)
  return [
    ...own.filter((p) => petitionSight(roster, person, p) !== 'none').map((p) => ownInFile(p, now)),
    ...(handled.size > 0 ? [handledInFile(handled.size)] : []),
  ]
}
