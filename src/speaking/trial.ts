import { groupIn, personIn } from '../domain/notice.ts'
import { groupOf, isOnRoster, trialIn } from '../domain/roster.ts'
import type { SpeakersDesk, Waiting } from '../ports/speech.ts'
import { onTrial } from '../wording/trial.ts'
import type { Verdict } from './tell.ts'

/**
 * What is not said because a group is on trial, whatever the occasion and however urgent: everything that is for the group; and
 * what its residents would read one-to-one of a matter that was told there, for nobody has told them yet that they are heard.
 */
export async function unsaidOnTrial(
  desk: Pick<SpeakersDesk, 'roster' | 'ticket'>,
  waiting: readonly Waiting[],
): Promise<readonly Waiting[]> {
  const [first] = waiting
  if (!first) return []
  const { roster } = desk
  if (groupIn(first.conversation) !== null) return trialIn(roster, first.conversation) ? waiting : []
  if (isOnRoster(roster, personIn(first.conversation)) || ![...roster.groups.values()].some((g) => g.trial)) return []
  const unsaid: Waiting[] = []
  for (const notice of waiting) {
    const ticket = notice.ticket === null ? null : await desk.ticket(notice.ticket)
    if (ticket?.source === 'group' && groupOf(roster, ticket)?.trial) unsaid.push(notice)
  }
  return unsaid
}

/** Who works here is answered one-to-one what they would have been answered in the group. */
export function withheld(desk: Pick<SpeakersDesk, 'roster'>, unsaid: readonly Waiting[]): Verdict[] {
  const aside = unsaid.filter((n) => n.aside !== null && isOnRoster(desk.roster, personIn(n.aside)))
  const rest = unsaid.filter((n) => !aside.includes(n))
  return [
    ...(aside.length > 0 ? [{ do: 'aside' as const, keys: aside.map((n) => n.key) }] : []),
    ...(rest.length > 0 ? [{ do: 'suppress' as const, keys: rest.map((n) => n.key), why: onTrial, tell: [] }] : []),
  ]
}
