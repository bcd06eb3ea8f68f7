import { personName, villagesOf } from '../domain/roster.ts'
import { sightOf } from '../domain/sight.ts'
import { isLive, type Ticket } from '../domain/ticket.ts'
import { span } from '../wording/dates.ts'
import { roleNames } from '../wording/names.ts'
import * as say from '../wording/replies.ts'
import { privately } from './answer.ts'
import { dutiesLike } from './classify-anew.ts'
import type { Call, Command } from './define-command.ts'

const SHOWN = 10

const stateOf = (call: Call, t: Ticket): string =>
  sightOf(call.desk.roster, call.spoken.person, t) === 'outline' && t.kind !== 'village'
    ? say.outline(t)
    : say.progress(t, say.states[t.status], t.owner && personName(call.desk.roster, t.owner), call.desk.now)

export const progressOf: Command = {
  name: '进度',
  also: ['查进度', '办到哪了', '办得怎么样了', '怎么样了'],
  for: 'anyone',
  ticket: 'none',
  example: '进度 7',
  help: '看看办到哪了',
  async run(call, { ticket }) {
    const { desk, spoken } = call
    if (ticket) return privately(stateOf(call, ticket), ticket)
    const quoted = spoken.quotedTickets.filter((t) => sightOf(desk.roster, spoken.person, t) !== 'none')
    const mine =
      quoted.length > 0
        ? quoted
        : (await desk.tickets({ reporter: spoken.person.id, newestFirst: true, limit: 20 })).filter(
            (t) => isLive(t) || t.status === 'resolved',
          )
    return privately(
      mine.length === 0
        ? say.noneOfYours
        : mine
            .slice(0, SHOWN)
            .map((t) => stateOf(call, t))
            .join('\n'),
    )
  },
}

export const todo: Command = {
  name: '待办',
  also: ['我的待办', '待办事项', '手上的事'],
  for: 'cadre',
  ticket: 'none',
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

export const find: Command = {
  name: '查',
  also: ['查询', '查找', '查看'],
  for: 'cadre',
  ticket: 'none',
  example: '查 路灯',
  help: '按编号或字眼找',
  async run(call, { ticket, rest }) {
    const { desk, spoken } = call
    if (ticket) {
      const whole = sightOf(desk.roster, spoken.person, ticket, await desk.followers(ticket.id)) === 'all'
      return privately(whole ? `${stateOf(call, ticket)}\n${ticket.text}` : stateOf(call, ticket), ticket)
    }
    const villages = villagesOf(desk.roster, spoken.person)
    const found = (await desk.tickets({ words: rest, villages, newestFirst: true, limit: 50 })).filter(
      (t) => sightOf(desk.roster, spoken.person, t) === 'all',
    )
    return privately(
      found.length === 0
        ? say.foundNone(rest)
        : found
            .slice(0, SHOWN)
            .map((t) => stateOf(call, t))
            .join('\n'),
    )
  },
}

export const dutyList: Command = {
  name: '清单',
  also: ['查清单', '事务清单'],
  for: 'anyone',
  ticket: 'none',
  glued: /^\p{Script=Han}/u,
  example: '清单 低保',
  help: '问一件事找谁、多久、要带什么',
  async run(call, { rest }) {
    const all = [...call.desk.roster.duties.values()]
    const found = dutiesLike(all, rest.replace(/[?？。]|怎么办|找谁|要什么/gu, ''))
    const [only, second] = found
    if (rest === '') return privately(say.dutyMany(all.slice(0, 12).map((d) => d.short)))
    if (!only) return privately(say.dutyNone(rest))
    if (second) return privately(say.dutyMany(found.slice(0, 8).map((d) => d.name)))
    return privately(
      say.dutyAnswer({
        name: only.name,
        owner: roleNames[only.owner],
        respond: span(only.respond),
        complete: span(only.complete),
        papers: only.papers,
        where: only.where,
        procedure: only.procedure,
      }),
    )
  },
}
