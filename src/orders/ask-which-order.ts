import { DAY_MS, later } from '../domain/durations.ts'
import { type OrderName, type OrderSaid, orderAgain } from '../domain/order-name.ts'
import type { Ticket } from '../domain/ticket.ts'
import { whichOrder } from '../wording/replies.ts'
import { privately } from './answer.ts'
import { daysAndNames } from './days-and-names.ts'
import type { CallOf, Command, Reply, Scene } from './define-command.ts'
import { slotsIn } from './slots.ts'

/** What one of the two would be, said in its own form. */
export interface Choice {
  order: OrderName
  say: OrderSaid
}

function keptBy({ keeps }: Command, words: string, scene: Scene): string {
  if (keeps === undefined || keeps === 'words') return keeps ? words : ''
  const { who, when } = slotsIn(scene, [])
  return daysAndNames(words, { who, when: keeps === 'who' ? () => [] : when })
}

/** An order of what is numbered so, where it is of a matter at all. */
export const choiceWith = ({ name: order, ticket }: Command, number: string, rest: string): Choice => ({
  order,
  say: orderAgain(order, ticket === 'none' ? '' : number, rest),
})

/** The same, with what it keeps of the words. */
export const choiceOf = (command: Command, number: string, words: string, scene: Scene): Choice =>
  choiceWith(command, number, keptBy(command, words, scene))

/** Nothing is done: the two are to choose by one word. */
export async function askWhichOrder(
  { desk, spoken }: CallOf<'ask' | 'now'>,
  ticket: Ticket | null,
  [first, second]: readonly [Choice, Choice],
): Promise<Reply[]> {
  await desk.ask(
    {
      id: `choose:${spoken.person.id}`,
      person: spoken.person.id,
      what: 'choose',
      ticket: ticket?.id ?? null,
      data: { says: [first.say, second.say], orders: [first.order, second.order] },
    },
    later(desk.now, DAY_MS),
  )
  return privately(whichOrder(ticket, [first.order, second.order]), ticket ?? undefined)
}
