import { DAY_MS, later } from '../domain/durations.ts'
import { orderAgain } from '../domain/order-name.ts'
import type { Ticket } from '../domain/ticket.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import { rejected, rejectOrTransfer, whyReject } from '../wording/replies.ts'
import { act, privately, quietly } from './answer.ts'
import { CADRES, type CallOf, type Command, type Reply } from './define-command.ts'
import { placeElsewhere } from './elsewhere.ts'

/** The next line that is a reason answers it. */
async function askWhy({ desk, spoken }: CallOf<'ask' | 'now'>, ticket: Ticket): Promise<Reply[]> {
  const data = { say: orderAgain('不受理', ticket.label, '%s'), wants: 'reason' as const }
  const question = { id: `why:${spoken.messageId}`, person: spoken.person.id, what: 'untilWhen' as const, ticket: ticket.id, data }
  await desk.ask(question, later(desk.now, DAY_MS))
  return privately(whyReject(ticket), ticket)
}

export const reject: Command = {
  name: '不受理',
  sort: 'lets-go',
  keeps: 'words',
  for: CADRES,
  ticket: 'mine',
  move: 'reject',
  example: '不受理 7 归供电所管',
  help: '办不了，说清原因和该找谁',
  async run(call, { ticket, rest }) {
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
  sort: 'lets-go',
  keeps: 'words',
  for: CADRES,
  ticket: 'mine',
  unlisted: true,
  example: '这不归我管',
  help: '说明怎么转、怎么不受理',
  run: async (_call, { ticket }) => privately(rejectOrTransfer(ticket), ticket),
}
