import { dayOf } from '../domain/moments.ts'
import { toPerson } from '../domain/notice.ts'
import { personName } from '../domain/roster.ts'
import { isLive } from '../domain/ticket.ts'
import { reporterAsks, urged } from '../wording/replies.ts'
import { privately } from './answer.ts'
import { type Command, STEWARDS } from './define-command.ts'
import { stateOf } from './look.ts'

/** 催办 7: whoever has it hears, once a day, who asks after it; nothing of the matter itself changes. */
export const urge: Command = {
  name: '催办',
  for: STEWARDS,
  ticket: 'named',
  example: '催办 7',
  help: '问在办的人办到哪了',
  async run(call, { ticket }) {
    const { desk, spoken } = call
    const { owner } = ticket
    if (owner === null || owner === spoken.person.id || !isLive(ticket)) return privately(stateOf(call, ticket), ticket)
    await desk.notify([
      {
        key: `urged:${ticket.id}:${dayOf(desk.now)}`,
        to: toPerson(owner),
        ticket: ticket.id,
        occasion: 'reporter-asks',
        text: reporterAsks(ticket, spoken.person.name),
      },
    ])
    return privately(urged(ticket, personName(desk.roster, owner)), ticket)
  },
}
