import { personName } from '../domain/roster.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import { accepted } from '../wording/replies.ts'
import { act, quietly } from './answer.ts'
import { CADRES, type Command } from './define-command.ts'
import { nothing } from './talk.ts'

export const accept: Command = {
  name: '接',
  also: ['接手', '我来', '我接', '我去', '接单', '接了', '接收', '我来办', '我来接'],
  numbered: ['收到', '收到了', '好', '好的', '行', '没问题', '知道了', '明白', '明白了', '交给我', '我负责', '我管', '我处理'],
  spoken: ['接一下', '我去看看', '我去看一下', '我来处理', '我去处理', '我马上去', '马上去', '这就去', '我来弄', '我去办'],
  for: CADRES,
  ticket: 'mine',
  fits: nothing,
  move: 'accept',
  example: '接 7',
  help: '这件我来办',
  async run(call, { ticket }) {
    if (!ticket) return []
    const { desk, spoken } = call
    // Said a second time it is no second act: 撤销 then takes back the first, which is what is meant by it.
    const alreadyMine =
      ticket.status === 'open' && ticket.owner === spoken.person.id && (ticket.acceptedAt ?? ticket.openedAt) > ticket.countedFrom
    if (alreadyMine) return quietly(call, ticket, accepted(ticket, spoken.person.name, desk.now))
    return act(
      call,
      () => moveTicket(desk, spoken.person, ticket, 'accept', {}),
      (t) => quietly(call, t, accepted(t, personName(desk.roster, t.owner), desk.now)),
    )
  },
}
