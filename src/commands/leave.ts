import { dayName, dayNumber } from '../domain/moments.ts'
import { momentOf, readWhen } from '../spoken/when.ts'
import { beginLeave, endLeave } from '../tickets/leave.ts'
import { leaveEnded, leaveNoted, leaveUntilWhen, notOnLeave, whoIsDeputy } from '../wording/replies.ts'
import { privately } from './answer.ts'
import type { Command } from './define-command.ts'
import { findCadre } from './find-person.ts'

const DAY_MS = 24 * 60 * 60_000

export const leave: Command = {
  name: '请假',
  also: ['我请假', '我不在'],
  for: 'cadre',
  ticket: 'none',
  glued: /./u,
  example: '请假到周五 小李代',
  help: '不在的几天，谁代办',
  async run(call, { rest }) {
    const { desk, spoken } = call
    const when = readWhen(rest, desk.now, desk.calendar)
    const words = (when ? when.rest : rest)
      .replace(/^[，,\s]*(到|找|由|请|让)?/u, '')
      .replace(/(代|替|代班|代办|替我)$/u, '')
      .trim()
    if (words === '') return privately(whoIsDeputy)
    const found = findCadre(call, words, null)
    if ('replies' in found) return found.replies
    if (found.person.id === spoken.person.id) return privately(whoIsDeputy)
    if (!when) {
      await desk.ask(
        {
          id: `when:${spoken.messageId}`,
          person: spoken.person.id,
          what: 'untilWhen',
          ticket: null,
          data: { say: `请假到%s ${found.person.name}代` },
        },
        new Date(desk.now.getTime() + DAY_MS),
      )
      return privately(leaveUntilWhen)
    }
    const until = 'day' in when.when ? when.when.day : dayName(dayNumber(momentOf(when.when, desk.now, desk.calendar)))
    const { moved } = await beginLeave(desk, spoken.person, found.person.id, until)
    return privately(leaveNoted(until, found.person.name, moved, desk.now))
  },
}

export const endOfLeave: Command = {
  name: '销假',
  also: ['我回来了', '上班了'],
  for: 'cadre',
  ticket: 'none',
  example: '销假',
  help: '回来了，事情转回来',
  async run(call) {
    const ended = await endLeave(call.desk, call.spoken.person.id)
    return privately(ended ? leaveEnded(ended.back) : notOnLeave)
  },
}
