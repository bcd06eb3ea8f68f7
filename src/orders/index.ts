import { DAY_MS, later } from '../domain/durations.ts'
import { orderAgain } from '../domain/order-name.ts'
import { WINGS } from '../measures/index.ts'
import type { Desk } from '../ports/desk.ts'
import { normalise } from '../reading/normalise.ts'
import { withPlainParticles } from '../reading/particles.ts'
import { didYouMean } from '../wording/replies.ts'
import { accept } from './accept.ts'
import { privately, rememberDeed } from './answer.ts'
import { progressAsked } from './ask-progress.ts'
import { bind, robot } from './bind.ts'
import { verdictAsked, verdictMeant } from './by-sense.ts'
import { carryOutAll, handled, MESSAGE, type Outcome } from './carry-out.ts'
import { caseFile } from './case-file.ts'
import { reclassify } from './classify-anew.ts'
import type { Call, CallOf, Command, Reply, Services, Spoken } from './define-command.ts'
import { deliberate } from './deliberate.ts'
import { dutyList } from './duty-list.ts'
import { agree, disagree } from './extension.ts'
import { find } from './find.ts'
import { numberAgain, ticketsMeant } from './find-ticket.ts'
import { forgetMe, forgetTeller } from './forget.ts'
import { gone } from './gone.ts'
import { assign, transfer } from './hand-over.ts'
import { progress, visit } from './handling.ts'
import { helpAbout } from './help.ts'
import { endOfLeave, leave } from './leave.ts'
import { ledger } from './ledger.ts'
import { leftOver } from './left-over.ts'
import { progressOf } from './look.ts'
import { merge } from './merge.ts'
import { myFile } from './my-file.ts'
import { type Meant, nearestOrder } from './nearest-order.ts'
import { notMatter } from './not-a-matter.ts'
import { note } from './note.ts'
import { offerOrders } from './offer.ts'
import { officePage } from './office-page.ts'
import { personWantedBy } from './person-wanted.ts'
import { posted } from './posted.ts'
import { answerQuestion } from './questions.ts'
import { quiet, speakAgain } from './quiet.ts'
import { fair, notFixed, satisfied, unsatisfied } from './rating.ts'
import { notMine, reject } from './reject.ts'
import { remark } from './remark.ts'
import { day, figures, month, pending, week } from './reports.ts'
import { hide, plusOne, revive, withdraw } from './resident.ts'
import { resolve } from './resolve.ts'
import { changePhone, newKeeper } from './roster.ts'
import { hallScreen } from './screen.ts'
import { secondThought } from './second-thought.ts'
import { split } from './split.ts'
import { supervise } from './supervise.ts'
import { teachPlace } from './teach-place.ts'
import { tie } from './tie.ts'
import { extend, resume, wait } from './time.ts'
import { todo } from './todo.ts'
import { listenFirst, speakNow } from './trial.ts'
import { sceneOf, understand } from './understand.ts'
import { undo } from './undo.ts'
import { urge } from './urge.ts'
import { whoAmI } from './who-am-i.ts'
import { officeAsked } from './who-is.ts'
import { checkPhrases } from './words-of.ts'

/** Everything people may say to the bot, in the order of the help. */
// biome-ignore format: a list to be read in rows
const SAID: readonly Command[] = [
  progressOf, withdraw, revive, hide, satisfied, fair, unsatisfied, notFixed, plusOne, note, dutyList, personWantedBy,
  todo, accept, resolve, transfer, assign, deliberate, progress, visit, remark, extend, wait, resume, reject, notMine, notMatter, agree, disagree,
  merge, split, reclassify, supervise, urge, leave, endOfLeave, find, figures, quiet, speakAgain, listenFirst, speakNow,
  newKeeper, changePhone, gone, teachPlace, bind, robot, tie, posted, undo, day, week, month, pending, ledger,
  myFile, forgetMe, forgetTeller, officePage, caseFile, hallScreen,
  ...WINGS.flatMap((w) => w.orders),
]
const help = helpAbout(SAID)
export const COMMANDS: readonly Command[] = [...SAID, help]
// What is wrong with a phrase stops the program at its start rather than at its first message.
checkPhrases(COMMANDS)

export type { Outcome } from './carry-out.ts'
export type { Reply, Spoken } from './define-command.ts'

const RETOLD = 2

/** What is no order may still be spoken to the bot; the first that has something to say answers. */
const OTHERWISE: readonly ((call: Call, commands: readonly Command[]) => Promise<Reply[] | null> | Reply[] | null)[] = [
  progressAsked,
  officeAsked,
  suggestion,
  leftOver,
  verdictAsked,
  offerOrders,
]

/** An order is obeyed, an answer taken, a typo asked about; what is none of these is a message. */
export async function obey(desk: Desk, spoken: Spoken, services: Services, retold = 0): Promise<Outcome> {
  const { text: plain, mentioned } = normalise(spoken.text)
  const text = withPlainParticles(plain)
  const call: Call = { desk, spoken, services, text, called: mentioned }
  if (retold > RETOLD) return MESSAGE
  if (text === '') return mentioned && spoken.photos.length === 0 ? handled(await help.run(call, { rest: '' })) : MESSAGE
  if (retold === 0) desk.deeds.begin()
  const answer = retold === 0 ? await answerQuestion(call, await desk.questions(spoken.person.id), COMMANDS) : null
  if (answer && !('say' in answer)) {
    await rememberDeed(call)
    return handled(answer)
  }
  if (answer) return obey(desk, { ...spoken, text: answer.say, quotedTickets: [], quote: null }, services, retold + 1)
  const ofWing = retold === 0 ? await answeredByWing(call) : null
  if (ofWing) return handled(ofWing)
  const myself = whoAmI(call)
  if (myself) return handled(myself)
  const understood = (await understand(call, COMMANDS)) ?? (await verdictMeant(call, COMMANDS))
  const doubted = understood && (await secondThought(call, understood, COMMANDS))
  if (doubted) return handled(doubted)
  if (understood) return carryOutAll(call, understood)
  for (const reply of OTHERWISE) {
    const replies = await reply(call, COMMANDS)
    if (replies) return handled(replies)
  }
  return MESSAGE
}

async function answeredByWing(call: Call): Promise<Reply[] | null> {
  for (const wing of WINGS) {
    const replies = await wing.answers?.(call)
    if (replies) return replies
  }
  return null
}

type SuggestionCall = CallOf<'ask' | 'followers' | 'lastSpokenOf' | 'now' | 'roster' | 'ticketByNumber'>

/** Asks whether a near miss was meant; the ticket is found now, for 是 may be said elsewhere. */
function suggestion(call: SuggestionCall): Promise<Reply[] | null> | null {
  const meant = nearestOrder(call.text, sceneOf(call), COMMANDS)
  return meant && askMeant(call, meant)
}

async function askMeant(call: SuggestionCall, meant: Meant): Promise<Reply[]> {
  const { desk, spoken } = call
  const tickets = meant.ref ? await ticketsMeant(call, meant.ref) : spoken.quotedTickets
  const [only, second] = tickets
  const number = meant.ref ? numberAgain(meant.ref) : ''
  const words = (which: string) => orderAgain(meant.word, which, meant.rest)
  const say = words(only && !second ? only.label : number)
  await desk.ask(
    { id: `typo:${spoken.messageId}`, person: spoken.person.id, what: 'typo', ticket: null, data: { say } },
    later(desk.now, DAY_MS),
  )
  return privately(didYouMean(words(number)))
}
