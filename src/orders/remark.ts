import { moveTicket } from '../tickets/move-ticket.ts'
import { remarkNoted, whatRemark } from '../wording/replies.ts'
import { act, privately } from './answer.ts'
import { type Command, OVERSIGHT } from './define-command.ts'

export const remark: Command = {
  name: '提意见',
  for: OVERSIGHT,
  ticket: 'named',
  move: 'remark',
  example: '提意见 7 灯杆也该换',
  help: '监督委员会提意见，办事的人会看到',
  async run(call, { ticket, rest }) {
    if (rest === '') return privately(whatRemark(ticket), ticket)
    return act(
      call,
      () => moveTicket(call.desk, call.spoken.person, ticket, 'remark', { note: rest }),
      (t) => privately(remarkNoted(t), t),
    )
  },
}
