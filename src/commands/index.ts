import { isCadre } from '../domain/people.ts'
import { personName } from '../domain/roster.ts'
import type { Desk } from '../ports/desk.ts'
import { normalise } from '../spoken/normalise.ts'
import { recordDenied } from '../tickets/deny.ts'
import { didYouMean, leaderWord, noneOfYours, noneToTake, notForYou, nothingInHand, ownerOrSecretary } from '../wording/replies.ts'
import { accept } from './accept.ts'
import { privately } from './answer.ts'
import { reclassify } from './classify-anew.ts'
import { type Call, type Command, isFor, LEADERS, type Reply, type Services, type Spoken } from './define-command.ts'
import { dutyList } from './duty-list.ts'
import { agree, disagree } from './extension.ts'
import { findTicket, ticketsMeant } from './find-ticket.ts'
import { assign, transfer } from './hand-over.ts'
import { deliberate, progress, visit } from './handling.ts'
import { helpAbout } from './help.ts'
import { endOfLeave, leave } from './leave.ts'
import { find, progressOf, todo } from './look.ts'
import { merge, split } from './merge.ts'
import { note } from './note.ts'

import { answerQuestion } from './questions.ts'
import { quiet, speakAgain } from './quiet.ts'
import { notMine, reject } from './reject.ts'
import { day, figures, month, pending, week } from './reports.ts'
import { fair, hide, notFixed, plusOne, satisfied, unsatisfied, withdraw } from './resident.ts'
import { resolve } from './resolve.ts'
import { changePhone, gone, newKeeper } from './roster.ts'
import { supervise } from './supervise.ts'
import { teachPlace } from './teach-place.ts'
import { extend, resume, wait } from './time.ts'
import { nearestOrder, sceneOf, type Understood, understand } from './understand.ts'
import { undo } from './undo.ts'

/** Everything people may say to the bot, in the order of the help. */
// biome-ignore format: a list to be read in rows
const SAID: readonly Command[] = [
  progressOf, withdraw, hide, satisfied, fair, unsatisfied, notFixed, plusOne, note, dutyList,
  todo, accept, resolve, transfer, assign, deliberate, progress, visit, extend, wait, resume, reject, notMine, agree, disagree,
  merge, split, reclassify, supervise, leave, endOfLeave, find, figures, quiet, speakAgain,
  newKeeper, changePhone, gone, teachPlace, undo, day, week, month, pending,
]
export const COMMANDS: readonly Command[] = [...SAID, helpAbout(SAID)]

export type { Reply, Spoken } from './define-command.ts'
export type Outcome = { handled: false } | { handled: true; replies: Reply[] }

const DAY_MS = 24 * 60 * 60_000
const RETOLD = 2
const MESSAGE: Outcome = { handled: false }

/** An order is obeyed, an answer taken, a typo asked about; what is none of these is a message. */
export async function obey(desk: Desk, spoken: Spoken, services: Services, retold = 0): Promise<Outcome> {
  const call: Call = { desk, spoken, services, text: normalise(spoken.text).text }
  if (call.text === '' || retold > RETOLD) return MESSAGE
  const answer = retold === 0 ? await answerQuestion(call, COMMANDS) : null
  if (answer && !('say' in answer)) return { handled: true, replies: answer }
  if (answer) return obey(desk, { ...spoken, text: answer.say, quotedTickets: [], quote: null }, services, retold + 1)
  const understood = await understand(call, COMMANDS)
  return understood ? carryOut(call, understood) : suggest(call)
}

/** Asks whether a near miss was meant; the ticket is found now, for 是 may be said elsewhere. */
async function suggest(call: Call): Promise<Outcome> {
  const { desk, spoken } = call
  const meant = nearestOrder(call.text, sceneOf(call), COMMANDS)
  if (!meant) return MESSAGE
  const tickets = meant.ref ? await ticketsMeant(call, meant.ref) : spoken.quotedTickets
  const [only, second] = tickets
  const number = meant.ref ? `${meant.ref.village ?? ''}${meant.ref.number}` : ''
  const words = (which: string) => [meant.word, which, meant.rest].filter((w) => w !== '').join(' ')
  const say = words(only && !second ? only.label : number)
  await desk.ask(
    { id: `typo:${spoken.messageId}`, person: spoken.person.id, what: 'typo', ticket: null, data: { say } },
    new Date(desk.now.getTime() + DAY_MS),
  )
  return { handled: true, replies: privately(didYouMean(words(number))) }
}

async function carryOut(call: Call, { command, ref, rest, among }: Understood): Promise<Outcome> {
  const { desk, spoken, services } = call
  if (!isFor(command.for, spoken.person)) return deny(call, command, ref)
  const answer = async (ticket: Call['spoken']['quotedTickets'][number] | null): Promise<Outcome> => {
    // What its author was just telling is judged first; it may have changed the ticket.
    await services.before()
    const now = ticket && (await desk.ticket(ticket.id))
    return { handled: true, replies: await command.run(call, { ticket: now, rest }) }
  }
  if (command.ticket === 'none') return answer(null)
  if (command.ticket === 'optional' && !ref) return command.name === '+1' ? MESSAGE : answer(null)
  // 撤回 may be of what is still being told.
  if (command.ticket === 'reported') await services.before()
  const found = await findTicket(call, command, ref, rest, among)
  if ('replies' in found) return { handled: true, replies: found.replies }
  return 'ticket' in found ? answer(found.ticket) : nothingMeant(call, command)
}

/** 满意 or 好了 by somebody who has nothing waiting is talk; a bare order that finds nothing is told so. */
function nothingMeant({ text, spoken }: Call, command: Command): Outcome {
  const isPrivate = spoken.conversation.startsWith('p:')
  if (text !== command.name || command.ticket === 'asked' || (command.name === '接' && !isPrivate)) return MESSAGE
  if (command.ticket === 'reported') return isPrivate ? { handled: true, replies: privately(noneOfYours) } : MESSAGE
  return { handled: true, replies: privately(command.name === '接' ? noneToTake : nothingInHand(command.example)) }
}

/** Not theirs to say: no effect, a polite private word, and a line in the history of the ticket it was about. */
async function deny(call: Call, command: Command, ref: Understood['ref']): Promise<Outcome> {
  const [ticket, second] = ref ? await ticketsMeant(call, ref) : []
  if (ticket && !second) await recordDenied(call.desk, call.spoken.person, ticket, call.text)
  const owner =
    command.for === LEADERS
      ? leaderWord
      : ticket?.owner && !second && isCadre(call.spoken.person)
        ? ownerOrSecretary(personName(call.desk.roster, ticket.owner))
        : null
  return { handled: true, replies: privately(notForYou(command.name, owner, ticket?.label ?? null)) }
}
