import type { Ticket } from '../domain/ticket.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import type { MoveName } from '../tickets/moves/index.ts'
import { noted, notedAndTold, progressSaid, whatProgress } from '../wording/replies.ts'
import { act, type MoveCall, photographed, privately, quietly } from './answer.ts'
import { CADRES, type Call, type CallOf, type Command, type OfTicket, type Reply } from './define-command.ts'

/** Progress is passed on to whoever told the matter, unless that is who speaks. */
const isTold = ({ spoken }: Pick<Call, 'spoken'>, { reporter }: Ticket): boolean => reporter !== null && reporter !== spoken.person.id

/** Typed where the village reads it, it is said there as news; 记下了 would tell the neighbours nothing. */
function progressAloud(call: CallOf<'roster'>, ticket: Ticket, note: string): Reply[] {
  const news = quietly(call, ticket, progressSaid(ticket, call.spoken.person.name, note))
  return news.some((r) => r.where === 'group') ? news : privately(isTold(call, ticket) ? notedAndTold(ticket) : noted(ticket), ticket)
}

const record = (move: MoveName) =>
  async function run(call: MoveCall & CallOf<'heard'>, { ticket, rest }: OfTicket): Promise<Reply[]> {
    if (move === 'progress' && rest === '') return privately(whatProgress(ticket), ticket)
    return act(
      call,
      async () => moveTicket(call.desk, call.spoken.person, ticket, move, { note: rest, ...(await photographed(call)) }),
      (t) => (move === 'progress' ? progressAloud(call, t, rest) : quietly(call, t, noted(t))),
    )
  }

export const progress: Command = {
  name: '进展',
  sort: 'tells',
  keeps: 'words',
  for: CADRES,
  ticket: 'mine',
  move: 'progress',
  example: '进展 7 配件到了',
  help: '说一下办到哪了',
  run: record('progress'),
}
export const visit: Command = {
  name: '走访',
  sort: 'tells',
  keeps: 'words',
  for: CADRES,
  ticket: 'mine',
  move: 'visit',
  example: '走访 8 看了地界',
  help: '上门看过了',
  run: record('visit'),
}
