import { momentOf, readWhen } from '../reading/when.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import { supervised } from '../wording/replies.ts'
import { act, privately } from './answer.ts'
import { type Command, LEADERS } from './define-command.ts'

export const supervise: Command = {
  name: '督办',
  for: LEADERS,
  ticket: 'named',
  move: 'supervise',
  example: '督办 坪07 周五',
  help: '盯着办，每一步都告诉您',
  async run(call, { ticket, rest }) {
    const { desk } = call
    const when = readWhen(rest, desk.now, desk.calendar)
    const detail = { note: when ? when.rest : rest, ...(when && { until: momentOf(when.when, desk.now, desk.calendar) }) }
    return act(
      call,
      () => moveTicket(desk, call.spoken.person, ticket, 'supervise', { ...detail }),
      (t) => privately(supervised(t, desk.now), t),
    )
  },
}
