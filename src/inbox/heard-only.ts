import { toPerson } from '../domain/notice.ts'
import { isOnRoster, trialIn } from '../domain/roster.ts'
import type { Desk, OpenReport } from '../ports/desk.ts'

type Speaker = Pick<OpenReport, 'conversation' | 'person'>
/** A resident in a group on trial. */
export const isOnlyHeard = ({ roster }: Pick<Desk, 'roster'>, { conversation, person }: Speaker): boolean =>
  trialIn(roster, conversation) !== null && !isOnRoster(roster, person)

type Answering = Pick<Desk, 'roster' | 'notify' | 'ask'>

/**
 * In a group on trial a resident is heard and nothing else: what they say there is neither answered nor asked about, not even
 * one-to-one, for nobody has told them yet that somebody listens. Who works here is answered as always.
 */
export function heardOnly<D extends Answering>(desk: D, { conversation, person }: Speaker): D {
  if (!isOnlyHeard(desk, { conversation, person })) return desk
  return {
    ...desk,
    notify: (notices) => desk.notify(notices.filter((n) => n.to !== toPerson(person))),
    ask: async (question, expiresAt) => (question.person === person ? undefined : desk.ask(question, expiresAt)),
  }
}
