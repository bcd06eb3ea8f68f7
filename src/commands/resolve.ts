import { moveTicket } from '../tickets/move-ticket.ts'
import { resolved } from '../wording/replies.ts'
import { act, quietly } from './answer.ts'
import type { Command } from './define-command.ts'

export const DONE = [
  '办结',
  '完成',
  '办完了',
  '办完',
  '办好了',
  '办好',
  '弄好了',
  '弄好',
  '弄完了',
  '弄完',
  '修好了',
  '修好',
  '搞定了',
  '搞定',
  '处理好了',
  '处理完了',
  '解决了',
  '换好了',
  '通了',
  '亮了',
  '好了',
  '完了',
  '结了',
] as const

export const resolve: Command = {
  name: '办结',
  also: DONE,
  for: 'cadre',
  ticket: 'mine',
  example: '办结 7 换了灯泡',
  help: '办好了，请报的人看看',
  run: (call, { ticket, rest }) =>
    ticket
      ? act(
          call,
          [ticket],
          (cause) => moveTicket(call.desk, call.spoken.person, ticket, 'resolve', { cause, note: rest }),
          (t) => quietly(call, t, resolved(t)),
        )
      : Promise.resolve([]),
}
