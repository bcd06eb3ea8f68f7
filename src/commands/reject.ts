import { moveTicket } from '../tickets/move-ticket.ts'
import { rejected, whyReject } from '../wording/replies.ts'
import { act, privately, quietly } from './answer.ts'
import type { Command } from './define-command.ts'

/** Where to go instead, by what the reason speaks of. */
const ELSEWHERE: readonly (readonly [words: RegExp, where: string])[] = [
  [/派出所|公安|报警|案件|打架|偷/u, '派出所（110）'],
  [/法院|起诉|打官司|判决|诉讼/u, '法院立案窗口'],
  [/信访|上访/u, '镇信访接待室'],
  [/供电|电力|电费/u, '供电所（95598）'],
  [/仲裁|劳动|欠薪|工资/u, '县劳动监察（12333）'],
  [/移动|联通|电信|宽带/u, '运营商客服'],
  [/12345|热线/u, '12345热线'],
]

export const reject: Command = {
  name: '不受理',
  also: ['不归我管', '这不归我管', '办不了', '不归村里管'],
  for: 'cadre',
  ticket: 'mine',
  example: '不受理 7 归供电所管',
  help: '办不了，说清原因和该找谁',
  async run(call, { ticket, rest }) {
    if (!ticket) return []
    if (rest === '') return privately(whyReject(ticket), ticket)
    const where = ELSEWHERE.find(([words]) => words.test(rest))?.[1] ?? ''
    const note = where ? `${rest}，可以找${where}` : rest
    return act(
      call,
      [ticket],
      (cause) => moveTicket(call.desk, call.spoken.person, ticket, 'reject', { cause, note }),
      (t) => quietly(call, t, rejected(t, where)),
    )
  },
}
