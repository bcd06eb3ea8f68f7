import { villagesOf } from '../domain/roster.ts'
import { sightOf } from '../domain/sight.ts'
import type { Ticket } from '../domain/ticket.ts'
import { mayBeAbout } from '../reading/verdict.ts'
import { type CallOf, isFor, STEWARDS } from './define-command.ts'
import { namedIn } from './named-in.ts'

export const IN_SIGHT = 50

/** What is said one-to-one of no matter in particular: of what the speaker has in hand. */
export const owned = ({ desk, spoken }: CallOf<'tickets'>): Promise<Ticket[]> =>
  spoken.quotedTickets.length > 0
    ? Promise.resolve(spoken.quotedTickets)
    : desk.tickets({ owner: spoken.person.id, statuses: ['open', 'waiting'], newestFirst: true, limit: 20 })

/** What is live in a cadre's villages and in other hands, as far as it may be seen. */
async function ofOthers({ desk, spoken }: CallOf<'roster' | 'tickets'>): Promise<Ticket[]> {
  const villages = villagesOf(desk.roster, { roles: spoken.person.roles.filter((r) => r.role !== 'resident') })
  const live = await desk.tickets({ villages, statuses: ['open', 'waiting'], newestFirst: true, limit: IN_SIGHT })
  return live.filter((t) => t.owner !== spoken.person.id && sightOf(desk.roster, spoken.person, t) === 'all')
}

/** What the speaker may be speaking of: `own`, and of a steward's villages all that is live. */
export async function inSight(call: CallOf<'roster' | 'tickets'>, own: readonly Ticket[]): Promise<readonly Ticket[]> {
  const isOwnOnly = call.spoken.quotedTickets.length > 0 || !isFor(STEWARDS, call.spoken.person)
  return isOwnOnly ? own : [...own, ...(await ofOthers(call))]
}

/**
 * 水管那个修好了 by who has only the lamp in hand: what is named is in other hands. Only where nothing of the speaker's can be meant, and
 * never of those who have nothing: what they tell is a message.
 */
export async function namedOfOthers(call: CallOf<'roster' | 'tickets'>, own: readonly Ticket[]): Promise<Ticket[]> {
  if (own.length === 0 || own.some((t) => mayBeAbout(call.text, `${t.title}${t.text}`))) return []
  return namedIn(call, call.text, await ofOthers(call))
}
