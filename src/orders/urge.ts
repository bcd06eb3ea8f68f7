import { personName } from '../domain/roster.ts'
import { isLive, type Ticket } from '../domain/ticket.ts'
import { urged } from '../wording/replies.ts'
import { privately } from './answer.ts'
import { askOwner } from './ask-owner.ts'
import { type CallOf, type Command, type Reply, STEWARDS } from './define-command.ts'
import { stateOf } from './look.ts'

/** Whoever has it hears, once a day, who asks after it; nothing of the matter itself changes. */
export async function urgeOwner(call: CallOf<'notify' | 'now' | 'roster'>, ticket: Ticket): Promise<Reply[]> {
  const { desk, spoken } = call
  const { owner } = ticket
  if (owner === null || owner === spoken.person.id || !isLive(ticket)) return privately(stateOf(call, ticket), ticket)
  await askOwner(call, ticket, owner, 'urged')
  return privately(urged(ticket, personName(desk.roster, owner)), ticket)
}

export const urge: Command = {
  name: '催办',
  sort: 'wishes',
  for: STEWARDS,
  ticket: 'named',
  example: '催办 7',
  help: '问在办的人办到哪了',
  run: (call, { ticket }) => urgeOwner(call, ticket),
}
