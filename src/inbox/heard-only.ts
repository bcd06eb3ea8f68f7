import { toPerson } from '../domain/notice.ts'
import { isOnRoster, trialIn } from '../domain/roster.ts'
import type { Desk, OpenReport } from '../ports/desk.ts'

type Answering = Pick<Desk, 'roster' | 'notify' | 'ask'>

/**
 * In a group on trial a resident is heard and nothing else: what they say there is neither answered nor asked about, not even
 * one-to-one, for nobody has told them yet that somebody listens. Who works here is answered as always.
 */
export function heardOnly<D extends Answering>(desk: D, { conversation, person }: Pick<OpenReport, 'conversation' | 'person'>): D {
  if (!trialIn(desk.roster, conversation) || isOnRoster(desk.roster, person)) return desk
  return {
    ...desk,
    notify: (notices) => desk.notify(notices.filter((n) => n.to !== toPerson(person))),
    ask: async (question, expiresAt) => (question.person === person ? undefined : desk.ask(question, expiresAt)),
  }
}
