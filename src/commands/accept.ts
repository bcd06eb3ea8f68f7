import { personName } from '../domain/roster.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import { accepted } from '../wording/replies.ts'
import { act, quietly } from './answer.ts'
import { CADRES, type Command } from './define-command.ts'
import { nothing } from './talk.ts'

export const accept: Command = {
  name: '接',
  also: ['接手', '我来', '我接', '我去', '接单', '接了', '接收', '我来办', '我来接'],
  for: CADRES,
  ticket: 'mine',
  fits: nothing,
  example: '接 7',
  help: '这件我来办',
  async run(call, { ticket }) {
    if (!ticket) return []
    const { desk, spoken } = call
    return act(
      call,
      [ticket],
      (cause) => moveTicket(desk, spoken.person, ticket, 'accept', { cause }),
      (t) => quietly(call, t, accepted(t, personName(desk.roster, t.owner), desk.now)),
    )
  },
}
