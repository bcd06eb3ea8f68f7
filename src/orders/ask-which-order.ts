import { DAY_MS, later } from '../domain/durations.ts'
import { type OrderName, type OrderSaid, orderAgain } from '../domain/order-name.ts'
import type { Ticket } from '../domain/ticket.ts'
import { whichOrder } from '../wording/replies.ts'
import { privately } from './answer.ts'
import { daysAndNames } from './days-and-names.ts'
import type { CallOf, Command, Reply, Scene } from './define-command.ts'
import { slotsIn } from './slots.ts'

/** What was said is what these are to keep. */
const KEEPS_WORDS: readonly OrderName[] = ['办结', '进展', '走访', '延期', '挂账', '恢复', '议', '不受理']

/** What one of the two would be, said in its own form. */
export interface Choice {
  order: OrderName
  say: OrderSaid
}

/** Of the words some orders keep all, some only who, or when and who. */
function keptBy(order: OrderName, words: string, scene: Scene): string {
  const { who, when } = slotsIn(scene, [])
  if (order === '请假') return daysAndNames(words, { who, when })
  if (order === '转' || order === '派') return daysAndNames(words, { who, when: () => [] })
  return KEEPS_WORDS.includes(order) ? words : ''
}

/** An order of what is numbered so, where it is of a matter at all. */
export const choiceWith = ({ name: order, ticket }: Command, number: string, rest: string): Choice => ({
  order,
  say: orderAgain(order, ticket === 'none' ? '' : number, rest),
})

/** The same, with what it keeps of the words. */
export const choiceOf = (command: Command, number: string, words: string, scene: Scene): Choice =>
  choiceWith(command, number, keptBy(command.name, words, scene))

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
