import { groupIn } from '../domain/notice.ts'
import { personName } from '../domain/roster.ts'
import { sightOf } from '../domain/sight.ts'
import { isPrivate, type Ticket } from '../domain/ticket.ts'
import * as say from '../wording/replies.ts'
import { privately, quietly } from './answer.ts'
import type { Call, CallOf, Command } from './define-command.ts'
import { nothing } from './talk.ts'

export const SHOWN = 10

const stateFor = ({ spoken }: Pick<Call, 'spoken'>, t: Ticket): string =>
  t.status === 'resolved' && t.reporter === spoken.person.id ? say.resolvedForReporter : say.states[t.status]

export const stateOf = (call: CallOf<'now' | 'roster'>, t: Ticket): string =>
  sightOf(call.desk.roster, call.spoken.person, t) === 'outline' && isPrivate(t)
    ? say.outline(t)
    : say.progress(t, stateFor(call, t), t.owner && personName(call.desk.roster, t.owner), call.desk.now)

export const statesOf = (call: CallOf<'now' | 'roster'>, tickets: readonly Ticket[]): string =>
  tickets
    .slice(0, SHOWN)
    .map((t) => stateOf(call, t))
    .join('\n')

export const progressOf: Command = {
  name: '进度',
  sort: 'looks',
  for: 'anyone',
  ticket: 'optional',
  fits: nothing,
  example: '进度 7',
  help: '看看办到哪了',
  async run(call, { ticket }) {
    const { desk, spoken } = call
    if (ticket)
      return groupIn(spoken.conversation) ? quietly(call, ticket, stateOf(call, ticket)) : privately(stateOf(call, ticket), ticket)
    const quoted = spoken.quotedTickets.filter((t) => sightOf(desk.roster, spoken.person, t) !== 'none')
    const mine = await desk.tickets({ reporter: spoken.person.id, newestFirst: true, limit: 20, statuses: ['open', 'waiting', 'resolved'] })
    const shown = quoted.length > 0 ? quoted : mine
    return privately(shown.length === 0 ? say.noneOfYours : statesOf(call, shown))
  },
}
