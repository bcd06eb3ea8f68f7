import { personName } from '../domain/roster.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import { accepted } from '../wording/replies.ts'
import { act, quietly } from './answer.ts'
import type { Command } from './define-command.ts'

export const accept: Command = {
  name: '接',
  also: ['接手', '我来', '我接', '我去', '接单', '接了', '接收'],
  for: 'cadre',
  ticket: 'mine',
  example: '接 7',
  help: '这件我来办',
  run: (call, { ticket }) =>
    ticket
      ? act(
          call,
          [ticket],
          (cause) => moveTicket(call.desk, call.spoken.person, ticket, 'accept', { cause }),
          (t) => quietly(call, t, accepted(t, personName(call.desk.roster, t.owner), call.desk.now)),
        )
      : Promise.resolve([]),
}
