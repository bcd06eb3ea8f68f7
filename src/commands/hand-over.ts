import { personName } from '../domain/roster.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import { handedTo, noPerson } from '../wording/replies.ts'
import { act, privately, quietly } from './answer.ts'
import type { Args, Call, Command, Reply } from './define-command.ts'
import { findCadre } from './find-person.ts'

const to = (move: 'transfer' | 'assign') =>
  async function run(call: Call, { ticket, rest }: Args): Promise<Reply[]> {
    if (!ticket) return []
    const found = findCadre(call, rest.replace(/^(给|到)/u, ''), ticket.village)
    if ('replies' in found) return found.replies
    if (ticket.about.includes(found.person.id)) return privately(noPerson(found.person.name))
    return act(
      call,
      [ticket],
      (cause) =>
        moveTicket(call.desk, call.spoken.person, ticket, move, {
          cause,
          to: found.person.id,
          note: found.rest.replace(/^(去|你去看一下|你去|看一下)$/u, ''),
        }),
      (t) => quietly(call, t, handedTo(t, personName(call.desk.roster, t.owner))),
    )
  }

export const transfer: Command = {
  name: '转',
  also: ['转给', '转交', '交给', '让'],
  for: 'cadre',
  ticket: 'mine',
  example: '转 7 王芳',
  help: '换个人负责，时间不变',
  run: to('transfer'),
}
export const assign: Command = {
  name: '派',
  also: ['派给', '安排', '分派'],
  for: 'cadre',
  ticket: 'named',
  example: '派 7 王芳',
  help: '派给谁办',
  run: to('assign'),
}
