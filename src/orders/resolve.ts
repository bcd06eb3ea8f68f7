import { moveTicket } from '../tickets/move-ticket.ts'
import { resolved } from '../wording/replies.ts'
import { act, photographed, quietly } from './answer.ts'
import { CADRES, type Command } from './define-command.ts'

/** Everything people say for done. */
const VERBS = ['办', '弄', '修', '换', '搞', '处理', '解决', '清理', '疏通', '做'] as const
export const DONE: readonly string[] = [
  ...VERBS.flatMap((v) => [`${v}好了`, `${v}完了`, `${v}好`, `${v}完`]),
  ...[
    '完成',
    '完成了',
    '搞定',
    '搞定了',
    '办妥了',
    '解决了',
    '已解决',
    '已办结',
    '已办好',
    '办结了',
    '通了',
    '亮了',
    '好了',
    '完了',
    '结了',
    '弄妥了',
    '结案',
    '了结了',
    '已处理',
    '已完成',
    '已修好',
    '已修复',
    '已清理',
    '处理完毕',
    '办理完毕',
    '弄利索了',
    '办利索了',
  ],
]

export const resolve: Command = {
  name: '办结',
  also: DONE,
  spoken: ['结束了', '完事了', '妥了', '弄利索', '了了', '完工了', '完工', '销号', '办妥', '弄妥'],
  numbered: ['结', '销了', '可以销了', 'ok', 'OK', 'ok了', 'OK了', '处理了', '办了', '修了', '换了', '清了'],
  for: CADRES,
  ticket: 'mine',
  move: 'resolve',
  example: '办结 7 换了灯泡',
  help: '办好了，请报的人看看',
  async run(call, { ticket, rest }) {
    if (!ticket) return []
    return act(
      call,
      [ticket],
      async (cause) => moveTicket(call.desk, call.spoken.person, ticket, 'resolve', { cause, note: rest, ...(await photographed(call)) }),
      (t) => quietly(call, t, resolved(t)),
    )
  },
}
