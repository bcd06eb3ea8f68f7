import { groupIn } from '../domain/notice.ts'
import { isCadre } from '../domain/people.ts'
import { personName } from '../domain/roster.ts'
import type { Ticket } from '../domain/ticket.ts'
import { recordDenied } from '../tickets/commit.ts'
import {
  forLeadersOnly,
  noneOfYours,
  noneToTake,
  noneWithdrawn,
  notForYou,
  nothingAsked,
  nothingInHand,
  ofReporterOnly,
  sayTicket,
} from '../wording/replies.ts'
import { privately, rememberDeed } from './answer.ts'
import { type Call, type CallOf, type Command, isFor, LEADERS, type Reply, STEWARDS } from './define-command.ts'
import { type FindCall, type Found, findTicket, ticketsMeant } from './find-ticket.ts'
import type { Understood } from './reading.ts'
import { visible } from './visible.ts'

/** 路灯那件 names a matter, and tells none. */
const LEAST_TOLD = 6
const LOOKED_AT = 3

export type Outcome = { handled: false } | { handled: true; replies: Reply[] }
export const MESSAGE: Outcome = { handled: false }
export const handled = (replies: Reply[]): Outcome => ({ handled: true, replies })

/** `did`: an order was run, not only asked about or refused. */
type Carried = Outcome & { did?: true }

/** What is said of several numbers is as many orders, and one act: 撤销 takes all of them back. */
export async function carryOutAll(call: Call, { also = [], ...understood }: Understood): Promise<Outcome> {
  const first = await carryOut(call, understood, false)
  if (!first.handled) return first
  let { did } = first
  const replies = [...first.replies]
  for (const reading of also) {
    const next = await carryOut(call, reading, did === true)
    did ??= next.did
    if (next.handled) replies.push(...next.replies)
  }
  if (did) await rememberDeed(call)
  return handled(replies)
}

/** An order that was understood: its ticket is found, and it is done, asked about, or refused. `goesOn`: it belongs to the act before it. */
async function carryOut(call: Call, { command, ref, rest, among }: Understood, goesOn: boolean): Promise<Carried> {
  const { desk, spoken, services } = call
  if (!isFor(command.for, spoken.person)) return deny(call, command, ref)
  if (command.move === 'hide' && !ref && tellsMatter(call, rest)) return MESSAGE
  const done = async (act: () => Promise<Reply[]>): Promise<Carried> => {
    if (!goesOn) desk.deeds.begin()
    return { ...handled(await act()), did: true }
  }
  const run = async (ticket: Ticket | null): Promise<Carried> => {
    // What its author was just telling is judged first; it may have changed the ticket.
    await services.before()
    if (command.ticket === 'none') return done(() => command.run(call, { rest }))
    const now = ticket && (await desk.ticket(ticket.id))
    if (command.ticket === 'optional') return done(() => command.run(call, { ticket: now, rest }))
    return now ? done(() => command.run(call, { ticket: now, rest })) : MESSAGE
  }
  if (command.ticket === 'none') return run(null)
  if (command.ticket === 'numbered' && !ref) return MESSAGE
  if (command.ticket === 'optional' && !ref && !among) return run(null)
  // Looking changes nothing: of several that it may be, all are shown.
  if (command.ticket === 'optional' && among && among.length <= LOOKED_AT) return all(among, run)
  // 撤回 may be of what is still being told.
  if (command.ticket === 'reported') await services.before()
  if (command.sort === 'answers' && among?.length === 0) return handled(privately(nothingAsked))
  let found = await findTicket(call, command, ref, rest, among)
  if ('none' in found && command.name === '接') found = await findHeardOut(call, command, rest)
  if ('replies' in found) return handled(found.replies)
  if ('ticket' in found) return run(found.ticket)
  return (await ofOthers(call, command, run)) ?? (await ofWhatIsOpen(call, command, run)) ?? nothingMeant(call, command)
}

/** 别说是我说的 河滩有人倒垃圾: the wish comes with its matter, which is still to be heard; the wish is read with it. */
function tellsMatter({ desk, services }: CallOf<'settings'>, words: string): boolean {
  const judged = services.judge(words)
  return words.length > LEAST_TOLD && (judged.danger !== null || (judged.kind !== 'none' && judged.matter >= desk.settings.openAt))
}

/** 接 while the neighbour is still telling it: whoever is to do it need not wait until the window of that report ends. */
async function findHeardOut(call: FindCall, command: Command, rest: string): Promise<Found> {
  const heard: Ticket[] = []
  for (const ticket of await call.services.hearOut()) if (await visible(call, ticket)) heard.push(ticket)
  return heard.length === 0 ? { none: true } : findTicket(call, command, null, rest, heard)
}

async function all(tickets: readonly Ticket[], run: (ticket: Ticket) => Promise<Carried>): Promise<Outcome> {
  const replies: Reply[] = []
  for (const ticket of tickets) {
    const done = await run(ticket)
    if (done.handled) replies.push(...done.replies)
  }
  return handled(replies)
}

const ofReporter = ({ ticket }: Command): boolean => ticket === 'asked' || ticket === 'reported' || ticket === 'withdrawn'

/** 满意 or 撤回 typed to a matter that is not the speaker's, or not at that point: the table of moves refuses it, with a word. */
async function ofOthers(
  call: CallOf<'append' | 'followers' | 'now' | 'roster'>,
  command: Command,
  run: (ticket: Ticket) => Promise<Carried>,
): Promise<Carried | null> {
  const { desk, spoken, text } = call
  const [quoted, second] = spoken.quotedTickets
  if (!quoted || !ofReporter(command) || !text.startsWith(command.name)) return null
  if (second) return handled(privately(sayTicket))
  if (await visible(call, quoted)) return run(quoted)
  // What they may not know of is not even named to them.
  await recordDenied(desk, spoken.person, quoted, text)
  return handled(privately(ofReporterOnly(command.name)))
}

/** 没修好 one-to-one of the only matter that is still being done: it is said that nobody has said it was. */
async function ofWhatIsOpen(call: CallOf<'tickets'>, command: Command, run: (ticket: Ticket) => Promise<Carried>): Promise<Carried | null> {
  const { desk, spoken } = call
  if (command.ticket !== 'asked' || groupIn(spoken.conversation) || spoken.quotedTickets.length > 0) return null
  const [only, second] = await desk.tickets({ reporter: spoken.person.id, statuses: ['open', 'waiting'], limit: 2 })
  return only && !second && call.text.startsWith(command.name) ? run(only) : null
}

/** 满意 or 好了 by somebody who has nothing waiting is talk; a bare order that finds nothing is told so, and is no report. */
function nothingMeant({ text, spoken, called }: Pick<Call, 'spoken' | 'text' | 'called'>, command: Command): Outcome {
  const alone = groupIn(spoken.conversation) === null || called
  const isBare = text.replace(/[。.!！~～?？啊呀吧了\s]+$/u, '') === command.name.replace(/[吧了]+$/u, '')
  if (ofReporter(command)) {
    if (!isBare) return alone && command.ticket !== 'asked' ? handled(privately(noneFor(command))) : MESSAGE
    return handled(alone ? privately(noneFor(command)) : [])
  }
  // One-to-one a cadre's order always gets an answer.
  if (!alone && (!isBare || command.name === '接')) return MESSAGE
  return handled(privately(command.name === '接' ? noneToTake : nothingInHand(command.example)))
}

const noneFor = ({ ticket }: Command): string => (ticket === 'asked' ? nothingAsked : ticket === 'withdrawn' ? noneWithdrawn : noneOfYours)

/** Not theirs to say: no effect, a polite private word, and a line in the history of the ticket it was about. */
async function deny(
  call: CallOf<'append' | 'followers' | 'lastSpokenOf' | 'now' | 'roster' | 'ticketByNumber'>,
  command: Command,
  ref: Understood['ref'],
): Promise<Outcome> {
  const { desk, spoken } = call
  const meant = ref ? await ticketsMeant(call, ref) : spoken.quotedTickets
  const [ticket, second] = meant
  if (ticket && !second) await recordDenied(desk, spoken.person, ticket, call.text)
  const label = second ? null : ((await visible(call, ticket ?? null))?.label ?? null)
  if (command.for === LEADERS && command.ticket === 'none') return handled(privately(forLeadersOnly(command.name)))
  const owner = ticket?.owner && label && isCadre(spoken.person) && command.for !== LEADERS ? personName(desk.roster, ticket.owner) : null
  return handled(privately(notForYou(command.name, { label, owner, leader: command.for === LEADERS, steward: command.for === STEWARDS })))
}
