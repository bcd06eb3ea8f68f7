import { later, MINUTE_MS } from '../domain/durations.ts'
import type { Wish } from '../domain/forgotten.ts'
import type { Desk } from '../ports/desk.ts'
import type { Whom } from '../ports/forgetting.ts'

/** So long the answer has to reach them, and 撤销 takes it back. */
const GRACE_MS = 10 * MINUTE_MS
const SHOWN = 200

type AskedDesk = Pick<Desk, 'now' | 'ticket' | 'tickets' | 'addDue' | 'dueOf'>

/** What they told that is not over: it is finished first, for its answer is theirs. */
export async function unfinishedOf(desk: Pick<Desk, 'ticket' | 'tickets'>, whom: Whom): Promise<string[]> {
  const statuses = ['open', 'waiting', 'resolved'] as const
  if ('person' in whom) return (await desk.tickets({ reporter: whom.person, statuses, limit: SHOWN })).map((t) => t.label)
  const ticket = await desk.ticket(whom.matter)
  return ticket && statuses.some((s) => s === ticket.status) ? [ticket.label] : []
}

const idOf = (whom: Whom): string => ('person' in whom ? whom.person : whom.matter)

export const isForgetting = async (desk: Pick<Desk, 'dueOf'>, whom: Whom): Promise<boolean> =>
  (await desk.dueOf('forget')).some((work) => idOf(work.data.whom) === idOf(whom))

/** They are forgotten in a while, or when what they told is over; answers what that waits for. */
export async function planForgetting(desk: AskedDesk, whom: Whom, wish: Wish): Promise<string[]> {
  if (!(await isForgetting(desk, whom))) {
    const at = later(desk.now, GRACE_MS)
    await desk.addDue({ key: `forget:${idOf(whom)}:${at.toISOString()}`, job: 'forget', at, ticket: null, data: { whom, wish } })
  }
  return unfinishedOf(desk, whom)
}
