import type { OrderName } from '../domain/order-name.ts'
import type { Person } from '../domain/people.ts'
import type { Ticket } from '../domain/ticket.ts'
import { actorsOf } from '../domain/who-may.ts'
import type { Desk } from '../ports/desk.ts'
import type { MoveName } from '../tickets/moves/index.ts'
import { refusalOf } from '../tickets/moves/refusal.ts'
import { isFor } from './define-command.ts'
import { COMMANDS } from './index.ts'

/** These name no move of their own in the help, for they are said to a question. */
const ANSWERS: Partial<Record<OrderName, MoveName>> = {
  ...{ 同意: 'extend', 不同意: 'denyExtension' },
  ...{ 满意: 'confirm', 一般: 'confirm', 不满意: 'reopen', 没修好: 'reopen' },
}

/** Where nothing was asked, nothing is to be answered. */
const TO_AN_EXTENSION: readonly MoveName[] = ['extend', 'denyExtension']

/** The orders that this person may give about a ticket just now, and that the table of moves would obey. */
export async function ordersOpenTo(desk: Pick<Desk, 'roster' | 'followers'>, person: Person, ticket: Ticket): Promise<OrderName[]> {
  const actors = actorsOf(desk.roster, person, ticket, await desk.followers(ticket.id))
  return COMMANDS.flatMap((command) => {
    const move = command.move ?? ANSWERS[command.name]
    if (!move || !isFor(command.for, person) || (TO_AN_EXTENSION.includes(move) && !ticket.extensionAsked)) return []
    // Said a second time it would be no second act.
    if (move === 'accept' && ticket.owner === person.id && ticket.acceptedAt) return []
    return refusalOf(move, ticket, { by: person.id, actors }) ? [] : [command.name]
  })
}
