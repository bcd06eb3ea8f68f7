import type { Person } from '../../domain/people.ts'
import type { Desk } from '../../ports/desk.ts'
import { matterOf, toldInFile } from './words.ts'

const SHOWN = 10

/** What they told that another office has now; what is for the police is nowhere else of theirs. */
export async function handoversOfFile(desk: Desk, person: Person): Promise<string[]> {
  const lines: string[] = []
  for (const h of await desk.handovers.list({ whose: { person: person.id, at: ['reporter'] }, newestFirst: true, limit: SHOWN })) {
    const ticket = h.ticket ? await desk.ticket(h.ticket) : null
    lines.push(toldInFile(h, ticket?.label ?? (h.matter ? matterOf(h.matter) : '')))
  }
  return lines
}
