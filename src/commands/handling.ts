import type { MoveName } from '../domain/workflow.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import { noted } from '../wording/replies.ts'
import { act, quietly } from './answer.ts'
import type { Args, Call, Command, Reply } from './define-command.ts'

const record = (move: MoveName) =>
  async function run(call: Call, { ticket, rest }: Args): Promise<Reply[]> {
    if (!ticket) return []
    return act(
      call,
      [ticket],
      (cause) => moveTicket(call.desk, call.spoken.person, ticket, move, { cause, note: rest }),
      (t) => quietly(call, t, noted(t)),
    )
  }

export const deliberate: Command = {
  name: '议',
  also: ['议一议', '约议', '调解', '议事'],
  for: 'cadre',
  ticket: 'mine',
  example: '议 8 周五下午村部',
  help: '约大家一起说说',
  run: record('deliberate'),
}
export const progress: Command = {
  name: '进展',
  also: ['进展是'],
  for: 'cadre',
  ticket: 'mine',
  example: '进展 7 配件到了',
  help: '说一下办到哪了',
  run: record('progress'),
}
export const visit: Command = {
  name: '走访',
  also: ['入户', '上门'],
  for: 'cadre',
  ticket: 'mine',
  example: '走访 8 看了地界',
  help: '上门看过了',
  run: record('visit'),
}
