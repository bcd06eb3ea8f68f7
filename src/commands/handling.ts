import type { MoveName } from '../domain/workflow.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import { noted, whatProgress } from '../wording/replies.ts'
import { act, privately, quietly } from './answer.ts'
import { type Args, CADRES, type Call, type Command, isAddressed, type Reply } from './define-command.ts'
import { isTalk } from './talk.ts'

const record = (move: MoveName) =>
  async function run(call: Call, { ticket, rest }: Args): Promise<Reply[]> {
    if (!ticket) return []
    if (move === 'progress' && rest === '') return privately(whatProgress(ticket), ticket)
    return act(
      call,
      [ticket],
      (cause) => moveTicket(call.desk, call.spoken.person, ticket, move, { cause, note: rest }),
      (t) => quietly(call, t, noted(t)),
    )
  }

export const deliberate: Command = {
  name: '议',
  also: ['议一议', '约议', '约谈', '调解'],
  for: CADRES,
  ticket: 'mine',
  fits: (words, scene, apart) => apart && isAddressed(scene) && !isTalk(words),
  example: '议 8 周五下午村部',
  help: '约大家一起说说',
  run: record('deliberate'),
}
export const progress: Command = {
  name: '进展',
  also: ['最新进展', '进展是'],
  for: CADRES,
  ticket: 'mine',
  example: '进展 7 配件到了',
  help: '说一下办到哪了',
  run: record('progress'),
}
export const visit: Command = {
  name: '走访',
  also: ['入户走访', '上门看了', '入户看了'],
  for: CADRES,
  ticket: 'mine',
  example: '走访 8 看了地界',
  help: '上门看过了',
  run: record('visit'),
}
