import { moveTicket } from '../tickets/move-ticket.ts'
import { resolved } from '../wording/replies.ts'
import { act, photographed, quietly } from './answer.ts'
import { CADRES, type Command } from './define-command.ts'

export const resolve: Command = {
  name: '办结',
  sort: 'tells',
  keeps: 'words',
  for: CADRES,
  ticket: 'mine',
  move: 'resolve',
  example: '办结 7 换了灯泡',
  help: '办好了，请报的人看看',
  async run(call, { ticket, rest }) {
    return act(
      call,
      async () => moveTicket(call.desk, call.spoken.person, ticket, 'resolve', { note: rest, ...(await photographed(call)) }),
      (t) => quietly(call, t, resolved(t)),
    )
  },
}
