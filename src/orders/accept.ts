import { personName } from '../domain/roster.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import { accepted } from '../wording/replies.ts'
import { act, quietly } from './answer.ts'
import { CADRES, type Command } from './define-command.ts'
import { nothing } from './talk.ts'

export const accept: Command = {
  name: '接',
  for: CADRES,
  ticket: 'mine',
  fits: nothing,
  move: 'accept',
  example: '接 7',
  help: '这件我来办',
  async run(call, { ticket }) {
    const { desk, spoken } = call
    // Said a second time it is no second act: 撤销 then takes back the first, which is what is meant by it.
    const alreadyMine =
      ticket.status === 'open' && ticket.owner === spoken.person.id && (ticket.acceptedAt ?? ticket.openedAt) > ticket.countedFrom
    if (alreadyMine) return quietly(call, ticket, accepted(ticket, spoken.person.name, desk.now))
    return act(
      call,
      () => moveTicket(desk, spoken.person, ticket, 'accept', {}),
      (t) => quietly(call, t, accepted(t, personName(desk.roster, t.owner), desk.now)),
    )
  },
}
