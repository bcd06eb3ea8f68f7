import type { Person } from '../../domain/people.ts'
import type { Desk } from '../../ports/desk.ts'
import { byYouInFile, ofYouInFile } from '../../wording/exemplars.ts'

const SHOWN = 10

/** What was said of them, published or not, and whom they nominated. Who nominated them is not told: it was said in confidence. */
export async function exemplarsOfFile(desk: Desk, person: Person): Promise<string[]> {
  const newest = { newestFirst: true, limit: SHOWN } as const
  const ofThem = await desk.exemplars.list({ whose: { person: person.id, at: ['person'] }, ...newest })
  const byThem = (await desk.exemplars.list({ whose: { person: person.id, at: ['by'] }, ...newest })).filter((e) => e.person !== person.id)
  return [...ofThem.map(ofYouInFile), ...(byThem.length > 0 ? [byYouInFile(byThem)] : [])]
}
