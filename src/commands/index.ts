import type { Desk } from '../ports/desk.ts'
import { normalise } from '../spoken/normalise.ts'
import { recordDenied } from '../tickets/deny.ts'
import { didYouMean, notForYou } from '../wording/replies.ts'
import { accept } from './accept.ts'
import { privately } from './answer.ts'
import { reclassify } from './classify-anew.ts'
import type { Call, Command, Reply, Services, Spoken } from './define-command.ts'
import { findTicket, ticketsMeant } from './find-ticket.ts'
import { assign, transfer } from './hand-over.ts'
import { deliberate, progress, visit } from './handling.ts'
import { helpAbout, isFor } from './help.ts'
import { endOfLeave, leave } from './leave.ts'
import { dutyList, find, progressOf, todo } from './look.ts'
import { merge, split } from './merge.ts'
import { note } from './note.ts'
import { answerQuestion } from './questions.ts'
import { quiet, speakAgain } from './quiet.ts'
import { reject } from './reject.ts'
import { day, figures, month, pending, week } from './reports.ts'
import { fair, hide, notFixed, plusOne, satisfied, unsatisfied, withdraw } from './resident.ts'
import { resolve } from './resolve.ts'
import { changePhone, gone, newKeeper } from './roster.ts'
import { supervise } from './supervise.ts'
import { extend, resume, wait } from './time.ts'
import { nearest, type Understood, understand } from './understand.ts'
import { undo } from './undo.ts'

/** Everything people may say to the bot, in the order of the help. */
const SAID: readonly Command[] = [
  progressOf,
  withdraw,
  hide,
  satisfied,
  fair,
  unsatisfied,
  notFixed,
  plusOne,
  note,
  dutyList,
  todo,
  accept,
  resolve,
  transfer,
  assign,
  deliberate,
  progress,
  visit,
  extend,
  wait,
  resume,
  reject,
  merge,
  split,
  reclassify,
  supervise,
  leave,
  endOfLeave,
  find,
  figures,
  quiet,
  speakAgain,
  newKeeper,
  changePhone,
  gone,
  undo,
  day,
  week,
  month,
  pending,
]
export const COMMANDS: readonly Command[] = [...SAID, helpAbout(SAID)]

export type Outcome = { handled: false } | { handled: true; replies: Reply[] }

const DAY_MS = 24 * 60 * 60_000
const RETOLD = 2

/** An order is obeyed, an answer taken, a typo asked about; what is none of these is a message. */
export async function obey(desk: Desk, spoken: Spoken, services: Services, retold = 0): Promise<Outcome> {
  const call: Call = { desk, spoken, services, text: normalise(spoken.text).text }
  if (call.text === '' || retold > RETOLD) return { handled: false }
  const answer = await answerQuestion(call)
  if (answer && !('say' in answer)) return { handled: true, replies: answer }
  if (answer) return obey(desk, { ...spoken, text: answer.say, quotedTickets: [], quote: null }, services, retold + 1)
  const understood = await understand(call, COMMANDS)
  if (understood) return run(call, understood)
  const meant = nearest(call, COMMANDS)
  if (!meant) return { handled: false }
  await desk.ask(
    { id: `typo:${spoken.messageId}`, person: spoken.person.id, what: 'typo', ticket: null, data: { say: meant } },
    new Date(desk.now.getTime() + DAY_MS),
  )
  return { handled: true, replies: privately(didYouMean(meant)) }
}

async function run(call: Call, { command, ref, rest }: Understood): Promise<Outcome> {
  const { spoken, services } = call
  if (!isFor(command.for, spoken.person)) return denied(call, ref)
  await services.before()
  if (command.ticket === 'none') {
    const [ticket] = ref && command.name !== '合并' && command.name !== '待定' ? await ticketsMeant(call, ref) : []
    if (ref && !ticket && command.name === '+1') return { handled: false }
    if (command.name === '+1' && !ticket) return { handled: false }
    return {
      handled: true,
      replies: await command.run(call, { ticket: ticket ?? null, rest: ref && !ticket ? `${ref.number}${rest}` : rest }),
    }
  }
  const found = await findTicket(call, command, ref, rest)
  if ('replies' in found) return { handled: true, replies: found.replies }
  // 满意 or 好了 by somebody who has nothing waiting is talk.
  if ('none' in found)
    return command.ticket === 'mine' && call.text.startsWith(command.name) && command.name.length > 1
      ? { handled: true, replies: await nothing(call, command) }
      : { handled: false }
  return { handled: true, replies: await command.run(call, { ticket: found.ticket, rest }) }
}

const nothing = async (call: Call, command: Command): Promise<Reply[]> =>
  todo.run({ ...call, text: command.name }, { ticket: null, rest: '' })

/** Not theirs to say: no effect, a polite private word, and a line in the history of the ticket it was about. */
async function denied(call: Call, ref: Understood['ref']): Promise<Outcome> {
  const [ticket] = ref ? await ticketsMeant(call, ref) : []
  if (ticket) await recordDenied(call.desk, call.spoken.person, ticket, call.text)
  return { handled: true, replies: privately(notForYou, ticket) }
}
