import type { OrderName } from '../domain/order-name.ts'
import { personName } from '../domain/roster.ts'
import type { Ticket } from '../domain/ticket.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import { approverOf } from '../tickets/moves/audiences.ts'
import { extensionAnswered, noLongerAsked } from '../wording/replies.ts'
import { act, type MoveCall, privately } from './answer.ts'
import type { CallOf, Command, Reply } from './define-command.ts'
import { nothing } from './talk.ts'

/** Whoever was asked about this ticket is asked no longer, by whatever way it was answered. */
async function closeQuestions({ desk, spoken }: CallOf<'answered' | 'questions' | 'roster'>, ticket: Ticket): Promise<void> {
  const asked = new Set([spoken.person.id, approverOf(desk.roster, ticket)])
  for (const person of asked)
    for (const q of person ? await desk.questions(person) : [])
      if (q.what === 'extension' && q.ticket === ticket.id) await desk.answered(q.id)
}

export type ExtensionCall = MoveCall & CallOf<'answered' | 'questions'>

/** 同意 or 不同意 of an extension that was asked for, with what is said besides: the asker reads it. */
export async function answerExtension(call: ExtensionCall, ticket: Ticket | null, yes: boolean, words = ''): Promise<Reply[]> {
  const { desk, spoken } = call
  if (!ticket?.extensionAsked) return privately(noLongerAsked)
  const asker = personName(desk.roster, ticket.extensionAsked.by)
  const note = yes ? ticket.extensionAsked.reason : words
  return act(
    call,
    async () => {
      const moved = await moveTicket(desk, spoken.person, ticket, yes ? 'extend' : 'denyExtension', { note })
      if ('ticket' in moved) await closeQuestions(call, ticket)
      return moved
    },
    (t) => privately(extensionAnswered(t, yes, asker, desk.now), t),
  )
}

/** By number, also for who was not the one asked: the table of moves says who may. */
const byNumber = (name: OrderName, yes: boolean): Command => ({
  name,
  sort: 'answers',
  for: ['secretary', 'leader'],
  ticket: 'named',
  onlyWithTicket: true,
  unlisted: true,
  fits: nothing,
  example: `${name} 7`,
  help: '答复延期',
  run: (call, { ticket, rest }) => answerExtension(call, ticket, yes, rest),
})

export const agree = byNumber('同意', true)
export const disagree = byNumber('不同意', false)
