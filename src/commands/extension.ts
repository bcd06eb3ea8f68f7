import type { Ticket } from '../domain/ticket.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import { extensionAnswered, noLongerAsked } from '../wording/replies.ts'
import { act, privately } from './answer.ts'
import type { Call, Command, Reply } from './define-command.ts'
import { nothing } from './talk.ts'

/** 同意 or 不同意 of an extension that was asked for. */
export async function answerExtension(call: Call, ticket: Ticket | null, yes: boolean): Promise<Reply[]> {
  const { desk, spoken } = call
  if (!ticket?.extensionAsked) return privately(noLongerAsked)
  const note = yes ? ticket.extensionAsked.reason : ''
  return act(
    call,
    [ticket],
    (cause) => moveTicket(desk, spoken.person, ticket, yes ? 'extend' : 'denyExtension', { cause, note }),
    (t) => privately(extensionAnswered(t, yes, desk.now), t),
  )
}

/** By number, also for who was not the one asked: the table of moves says who may. */
const byNumber = (name: string, yes: boolean): Command => ({
  name,
  also: [],
  for: ['secretary', 'leader'],
  ticket: 'named',
  onlyWithTicket: true,
  unlisted: true,
  fits: nothing,
  example: `${name} 7`,
  help: '答复延期',
  run: (call, { ticket }) => answerExtension(call, ticket, yes),
})

export const agree = byNumber('同意', true)
export const disagree = byNumber('不同意', false)
