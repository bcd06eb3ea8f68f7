import { startOfWork } from '../domain/calendar.ts'
import { DAY_MS, later } from '../domain/durations.ts'
import { dayNumber, dayOf } from '../domain/moments.ts'
import { type OrderSaid, orderAgain } from '../domain/order-name.ts'
import { personName } from '../domain/roster.ts'
import type { Ticket } from '../domain/ticket.ts'
import { isDayAndReason } from '../reading/day-words.ts'
import { momentOf } from '../reading/when.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import { approverOf } from '../tickets/moves/audiences.ts'
import { alreadyUntil, extendUntilWhen, extensionSent, resumed, untilWhen, waiting, waitingForWhat } from '../wording/replies.ts'
import { inFull } from '../wording/which-day.ts'
import { act, privately, quietly } from './answer.ts'
import { CADRES, type CallOf, type Command, type Reply } from './define-command.ts'
import { isTalk, MEASURED } from './talk.ts'
import { readDay } from './which-day.ts'

/** Asks once for the date or the reason that is missing; the next line that is one answers it. */
async function askFor(
  call: CallOf<'ask' | 'now'>,
  ticket: Ticket,
  what: 'until' | 'extension' | 'reason',
  say: OrderSaid,
): Promise<Reply[]> {
  const { desk, spoken } = call
  const data = { say, ...(what === 'reason' && { wants: 'reason' as const }) }
  await desk.ask(
    { id: `when:${spoken.messageId}`, person: spoken.person.id, what: 'untilWhen', ticket: ticket.id, data },
    later(desk.now, DAY_MS),
  )
  return privately(what === 'reason' ? waitingForWhat(ticket) : what === 'extension' ? extendUntilWhen(ticket) : untilWhen(ticket), ticket)
}

/** The reason without the words that the sentences bring along. */
const plain = (rest: string): string =>
  rest
    .replace(/^(?:因为|原因是?|主要是)/u, '')
    .replace(/^(?:还要|还得|先|要|得)?等(?=.)/u, '')
    .replace(/^[，,\s]+/u, '')
    .trim()

export const extend: Command = {
  name: '延期',
  sort: 'wishes',
  keeps: 'words',
  takesDay: true,
  fits: (words, _scene, apart) => (apart && !isTalk(words) && !MEASURED.test(words)) || isDayAndReason(words),
  for: CADRES,
  ticket: 'mine',
  move: 'askExtension',
  example: '延期 7 两天 等配件',
  help: '要多几天，请上面定',
  async run(call, { ticket, rest }) {
    const { desk } = call
    const from = new Date(Math.max(ticket.completeBy.getTime(), desk.now.getTime()))
    const said = await readDay(call, rest, { again: (more) => orderAgain('延期', ticket.label, '%s', more), from, ticket })
    if (said.replies) return said.replies
    if (!said.when) return askFor(call, ticket, 'extension', orderAgain('延期', ticket.label, '%s', rest))
    const until = momentOf(said.when, from, desk.calendar)
    if (until <= ticket.completeBy) return privately(alreadyUntil(ticket, desk.now), ticket)
    const reason = plain(said.rest.replace(/^吧$/u, '')) || '要多些时间'
    return act(
      call,
      () => moveTicket(desk, call.spoken.person, ticket, 'askExtension', { until, note: reason }),
      (t) => privately(extensionSent(t, until, personName(desk.roster, approverOf(desk.roster, t)), desk.now), t),
    )
  },
}

export const wait: Command = {
  name: '挂账',
  sort: 'wishes',
  keeps: 'words',
  takesDay: true,
  for: CADRES,
  ticket: 'mine',
  move: 'wait',
  example: '挂账 7 12月10日 等配件',
  help: '要等一等，到日子再办',
  async run(call, { ticket, rest }) {
    const { desk } = call
    const said = await readDay(call, rest, { again: (more) => orderAgain('挂账', ticket.label, '%s', more), ticket })
    if (said.replies) return said.replies
    if (!said.when) return askFor(call, ticket, 'until', orderAgain('挂账', ticket.label, '%s', rest))
    const day = momentOf(said.when, desk.now, desk.calendar)
    const until = startOfWork(dayNumber(day))
    if (until <= desk.now) return askFor(call, ticket, 'until', orderAgain('挂账', ticket.label, '%s', said.rest))
    const reason = plain(said.rest)
    if (reason === '') return askFor(call, ticket, 'reason', orderAgain('挂账', ticket.label, inFull(dayOf(day)), '%s'))
    return act(
      call,
      () => moveTicket(desk, call.spoken.person, ticket, 'wait', { until, note: reason }),
      (t) => quietly(call, t, waiting(t, until, desk.now)),
    )
  },
}

export const resume: Command = {
  name: '恢复',
  sort: 'wishes',
  keeps: 'words',
  for: CADRES,
  ticket: 'mine',
  move: 'resume',
  example: '恢复 7',
  help: '不等了，接着办',
  async run(call, { ticket, rest }) {
    return act(
      call,
      () => moveTicket(call.desk, call.spoken.person, ticket, 'resume', { note: rest }),
      (t) => quietly(call, t, resumed(t, call.desk.now)),
    )
  },
}
