import { groupIn } from '../domain/notice.ts'
import { personName, villagesOf } from '../domain/roster.ts'
import { sightOf } from '../domain/sight.ts'
import { isLive, isPrivate, type Ticket } from '../domain/ticket.ts'
import { mustCall } from '../tickets/call-line.ts'
import * as say from '../wording/replies.ts'
import { privately, quietly } from './answer.ts'
import { CADRES, type Call, type CallOf, type Command, isAddressed, READERS } from './define-command.ts'
import { isTalk, nothing } from './talk.ts'

const SHOWN = 10

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

export const todo: Command = {
  name: '待办',
  sort: 'looks',
  for: CADRES,
  ticket: 'none',
  fits: nothing,
  example: '待办',
  help: '看手上还有哪些',
  async run(call) {
    const { desk, spoken } = call
    const query = { owner: spoken.person.id, statuses: ['open', 'waiting'] as const }
    const count = await desk.countTickets(query)
    const mine = (await desk.tickets({ ...query, limit: 200 })).sort((a, b) => a.completeBy.getTime() - b.completeBy.getTime())
    const lines = mine.slice(0, SHOWN).map((t) => say.todoLine(t, desk.now))
    return privately([say.todoHead(count), ...lines, ...(count > SHOWN ? [say.more(count - SHOWN)] : [])].join('\n'))
  },
}

/** 查出来了, 查明白了 tell what was found. */
const FOUND_OUT = /^(?:出|到|了|过|明|清(?!单)|完|着|实)/u

export const find: Command = {
  name: '查',
  sort: 'looks',
  for: READERS,
  ticket: 'optional',
  fits: (words, scene, apart) =>
    !isTalk(words) &&
    !/^(?:一下)?清单/u.test(words) &&
    !FOUND_OUT.test(words) &&
    (apart || (!/了$/u.test(words) && isAddressed(scene) && scene.namesDuty(words))),
  example: '查 路灯',
  help: '按编号或字眼找',
  async run(call, { ticket, rest }) {
    const { desk, spoken } = call
    if (ticket) {
      const whole = sightOf(desk.roster, spoken.person, ticket, await desk.followers(ticket.id)) === 'all'
      if (!whole) return privately(stateOf(call, ticket), ticket)
      const calls = mustCall(desk, ticket, spoken.person.id) || ticket.reporter === spoken.person.id
      const told = ticket.reporter === null ? undefined : desk.roster.people.get(ticket.reporter)
      const teller = { name: told?.name ?? '', phone: told?.phone ?? null }
      return privately(say.whole(stateOf(call, ticket), ticket.text, calls ? teller : null), ticket)
    }
    if (rest === '') return privately(say.whatToFind)
    const villages = villagesOf(desk.roster, spoken.person)
    const found = await desk.tickets({ words: rest, villages, newestFirst: true, limit: 50 })
    const seen = found.filter((t) => sightOf(desk.roster, spoken.person, t) === 'all')
    const live = seen.filter(isLive)
    const shown = [...live, ...seen.filter((t) => !isLive(t))]
    return privately(shown.length === 0 ? say.foundNone(rest) : statesOf(call, shown))
  },
}
