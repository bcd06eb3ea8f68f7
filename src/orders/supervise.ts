import { orderAgain } from '../domain/order-name.ts'
import { momentOf } from '../reading/when.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import { supervised } from '../wording/replies.ts'
import { act, privately } from './answer.ts'
import { type Command, LEADERS } from './define-command.ts'
import { readDay } from './which-day.ts'

export const supervise: Command = {
  name: '督办',
  sort: 'wishes',
  for: LEADERS,
  ticket: 'named',
  move: 'supervise',
  example: '督办 坪07 周五',
  help: '盯着办，每一步都告诉您',
  async run(call, { ticket, rest }) {
    const { desk } = call
    const said = await readDay(call, rest, { again: (more) => orderAgain('督办', ticket.label, '%s', more), ticket })
    if (said.replies) return said.replies
    const detail = { note: said.rest, ...(said.when && { until: momentOf(said.when, desk.now, desk.calendar) }) }
    return act(
      call,
      () => moveTicket(desk, call.spoken.person, ticket, 'supervise', { ...detail }),
      (t) => privately(supervised(t, desk.now), t),
    )
  },
}
