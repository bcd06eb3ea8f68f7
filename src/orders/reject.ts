import { DAY_MS, later } from '../domain/durations.ts'
import type { Ticket } from '../domain/ticket.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import { rejected, rejectOrTransfer, whyReject } from '../wording/replies.ts'
import { act, privately, quietly } from './answer.ts'
import { CADRES, type Call, type Command, type Reply } from './define-command.ts'
import { placeElsewhere } from './elsewhere.ts'

/** The next line that is a reason answers it. */
async function askWhy({ desk, spoken }: Call, ticket: Ticket): Promise<Reply[]> {
  const data = { say: `不受理 ${ticket.label} %s`, wants: 'reason' as const }
  const question = { id: `why:${spoken.messageId}`, person: spoken.person.id, what: 'untilWhen' as const, ticket: ticket.id, data }
  await desk.ask(question, later(desk.now, DAY_MS))
  return privately(whyReject(ticket), ticket)
}

export const reject: Command = {
  name: '不受理',
  also: ['不予受理'],
  spoken: ['退回', '退回去', '驳回', '办不了'],
  numbered: ['不办'],
  for: CADRES,
  ticket: 'mine',
  move: 'reject',
  example: '不受理 7 归供电所管',
  help: '办不了，说清原因和该找谁',
  async run(call, { ticket, rest }) {
    if (!ticket) return []
    if (rest === '') return askWhy(call, ticket)
    const where = placeElsewhere(rest)
    const note = where ? `${rest}，可以找${where}` : rest
    return act(
      call,
      () => moveTicket(call.desk, call.spoken.person, ticket, 'reject', { note }),
      (t) => quietly(call, t, rejected(t, where)),
    )
  },
}

/** 这不归我管 may mean that nobody here does it, or that somebody else does: both are said, nothing is done. */
export const notMine: Command = {
  name: '这不归我管',
  also: ['不归我管', '不是我管', '不归我管的', '不是我管的'],
  spoken: ['不归我', '不是我的'],
  for: CADRES,
  ticket: 'mine',
  unlisted: true,
  example: '这不归我管',
  help: '说明怎么转、怎么不受理',
  run: async (_call, { ticket }) => (ticket ? privately(rejectOrTransfer(ticket), ticket) : []),
}
