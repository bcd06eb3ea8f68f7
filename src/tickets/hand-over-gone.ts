import { toPerson } from '../domain/notice.ts'
import type { Desk } from '../ports/desk.ts'
import { takenOver } from '../wording/replies.ts'
import { accusedIn } from './about-whom.ts'
import { chooseOwner } from './choose-owner.ts'
import { shortOf } from './facts.ts'
import { handOverAll } from './leave.ts'

/** People whom the roster does not know any more: what they had in hand goes to whoever does their work now, who is told. */
export async function handOverGone(desk: Desk, gone: readonly { id: string; name: string }[]): Promise<void> {
  for (const person of gone) {
    const moved = await handOverAll(desk, person.id, (ticket) => {
      const duty = desk.roster.duties.get(ticket.duty)
      return duty ? chooseOwner(desk.roster, duty, ticket.place, accusedIn(ticket), false) : null
    })
    for (const [owner, tickets] of Map.groupBy(moved, (t) => t.owner)) {
      if (!owner) continue
      const list = tickets.map((t) => `${t.label} ${shortOf(desk.roster, t)}`)
      const key = `gone:${person.id}:${desk.now.toISOString()}:${owner}`
      await desk.notify([{ key, to: toPerson(owner), ticket: null, occasion: 'handed-over', text: takenOver(person.name, list) }])
    }
  }
}
