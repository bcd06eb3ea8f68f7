import { DAY_MS, later } from '../domain/durations.ts'
import type { OrderSaid } from '../domain/order-name.ts'
import type { Ticket } from '../domain/ticket.ts'
import { type Bounds, SOON } from '../reading/bounds.ts'
import { readPastDay, type SpokenDay } from '../reading/past-day.ts'
import { type Doubt, readWhen, type When } from '../reading/when.ts'
import { inFull, whichDay } from '../wording/which-day.ts'
import { privately } from './answer.ts'
import type { CallOf, Reply } from './define-command.ts'

/** Asks which day is meant: 是 takes the likeliest one, a day by itself another. `say` is the order with %s in its place. */
export async function askWhichDay(
  { desk, spoken }: CallOf<'ask' | 'now'>,
  doubt: Doubt,
  say: OrderSaid,
  ticket?: Ticket,
): Promise<Reply[]> {
  await desk.ask(
    {
      ...{ id: `day:${spoken.messageId}`, person: spoken.person.id, ticket: ticket?.id ?? null, what: 'untilWhen' },
      data: { say, wants: 'day', ...(doubt.day && { guess: inFull(doubt.day) }) },
    },
    later(desk.now, DAY_MS),
  )
  return privately(whichDay(doubt), ticket)
}

interface Wanted {
  bounds?: Bounds
  /** The order again, with what was said besides the day. */
  again: (rest: string) => OrderSaid
  from?: Date
  ticket?: Ticket
}

/** The day an order is to be done by; or what is asked, where it is not plain which one is meant. No day said is null. */
export async function readDay(
  call: CallOf<'ask' | 'calendar' | 'now'>,
  text: string,
  { bounds = SOON, again, from, ticket }: Wanted,
): Promise<{ when: When | null; rest: string; replies?: never } | { replies: Reply[] }> {
  const { now, calendar } = call.desk
  const said = readWhen(text, { now, calendar, bounds, ...(from && { from }) })
  if (!said) return { when: null, rest: text }
  return said.doubt ? { replies: await askWhichDay(call, said.doubt, again(said.rest), ticket) } : { when: said.when, rest: said.rest }
}

/** The same of a day on which something was done. */
export async function readDayDone(
  call: CallOf<'ask' | 'calendar' | 'now'>,
  text: string,
  { again }: Pick<Wanted, 'again'>,
): Promise<{ day: string | null; rest: string; replies?: never } | { replies: Reply[] }> {
  const said: SpokenDay | null = readPastDay(text, call.desk)
  if (!said) return { day: null, rest: text }
  return said.doubt ? { replies: await askWhichDay(call, said.doubt, again(said.rest)) } : { day: said.day, rest: said.rest }
}
