import { moveTicket } from '../tickets/move-ticket.ts'
import { rejected, rejectOrTransfer, whyReject } from '../wording/replies.ts'
import { act, privately, quietly } from './answer.ts'
import { CADRES, type Command } from './define-command.ts'
import { placeElsewhere } from './elsewhere.ts'

export const reject: Command = {
  name: '不受理',
  also: ['不予受理'],
  for: CADRES,
  ticket: 'mine',
  example: '不受理 7 归供电所管',
  help: '办不了，说清原因和该找谁',
  async run(call, { ticket, rest }) {
    if (!ticket) return []
    if (rest === '') return privately(whyReject(ticket), ticket)
    const where = placeElsewhere(rest)
    const note = where ? `${rest}，可以找${where}` : rest
    return act(
      call,
      [ticket],
      (cause) => moveTicket(call.desk, call.spoken.person, ticket, 'reject', { cause, note }),
      (t) => quietly(call, t, rejected(t, where)),
    )
  },
}

/** 这不归我管 may mean that nobody here does it, or that somebody else does: both are said, nothing is done. */
export const notMine: Command = {
  name: '这不归我管',
  also: ['不归我管', '不是我管'],
  for: CADRES,
  ticket: 'mine',
  unlisted: true,
  example: '这不归我管',
  help: '说明怎么转、怎么不受理',
  run: async (_call, { ticket }) => (ticket ? privately(rejectOrTransfer(ticket), ticket) : []),
}
