import { startOfWork } from '../domain/calendar.ts'
import { numberOfDay } from '../domain/moments.ts'
import { personName } from '../domain/roster.ts'
import type { Ticket } from '../domain/ticket.ts'
import { momentOf, readWhen } from '../spoken/when.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import { approverOf } from '../tickets/notices.ts'
import { extensionSent, resumed, untilWhen, waiting } from '../wording/replies.ts'
import { act, privately, quietly } from './answer.ts'
import type { Call, Command, Reply } from './define-command.ts'

const DAY_MS = 24 * 60 * 60_000

/** Asks once for the date that is missing; the next line with a date answers it. */
async function askWhen(call: Call, ticket: Ticket, word: string, rest: string): Promise<Reply[]> {
  const { desk, spoken } = call
  await desk.ask(
    {
      id: `when:${spoken.messageId}`,
      person: spoken.person.id,
      what: 'untilWhen',
      ticket: ticket.id,
      data: { say: `${word} ${ticket.label} %s ${rest}` },
    },
    new Date(desk.now.getTime() + DAY_MS),
  )
  return privately(untilWhen(ticket), ticket)
}

const plain = (rest: string): string =>
  rest
    .replace(/^(因为|原因是?|要|还要|先)/u, '')
    .replace(/^等(?=.)/u, '')
    .trim()

export const extend: Command = {
  name: '延期',
  also: ['延', '申请延期', '再给', '宽限', '缓', '推迟'],
  for: 'cadre',
  ticket: 'mine',
  example: '延期 7 两天 等配件',
  help: '要多几天，请上面定',
  async run(call, { ticket, rest }) {
    if (!ticket) return []
    const { desk } = call
    const from = ticket.completeBy > desk.now ? ticket.completeBy : desk.now
    const when = readWhen(rest, desk.now, desk.calendar, from)
    if (!when) return askWhen(call, ticket, '延期', rest)
    const until = momentOf(when.when, from, desk.calendar)
    const reason = when.rest.replace(/^吧$/u, '') || '要多些时间'
    return act(
      call,
      [ticket],
      (cause) => moveTicket(desk, call.spoken.person, ticket, 'askExtension', { cause, until, note: reason }),
      (t) => privately(extensionSent(t, until, personName(desk.roster, approverOf(desk, t)), desk.now), t),
    )
  },
}

export const wait: Command = {
  name: '挂账',
  also: ['挂起', '先放一放', '放一放', '缓办', '先挂着'],
  for: 'cadre',
  ticket: 'mine',
  example: '挂账 7 12月10日 等配件',
  help: '要等一等，到日子再办',
  async run(call, { ticket, rest }) {
    if (!ticket) return []
    const { desk } = call
    const when = readWhen(rest, desk.now, desk.calendar)
    if (!when) return askWhen(call, ticket, '挂账', rest)
    const day = 'day' in when.when ? when.when.day : momentOf(when.when, desk.now, desk.calendar).toISOString().slice(0, 10)
    const until = startOfWork(numberOfDay(day))
    const reason = plain(when.rest) || '条件'
    return act(
      call,
      [ticket],
      (cause) => moveTicket(desk, call.spoken.person, ticket, 'wait', { cause, until, note: reason }),
      (t) => quietly(call, t, waiting(t, until, desk.now)),
    )
  },
}

export const resume: Command = {
  name: '恢复',
  also: ['接着办', '恢复办理'],
  for: 'cadre',
  ticket: 'mine',
  example: '恢复 7',
  help: '不等了，接着办',
  run: (call, { ticket }) =>
    ticket
      ? act(
          call,
          [ticket],
          (cause) => moveTicket(call.desk, call.spoken.person, ticket, 'resume', { cause }),
          (t) => quietly(call, t, resumed(t, call.desk.now)),
        )
      : Promise.resolve([]),
}
