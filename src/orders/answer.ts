import { groupIn } from '../domain/notice.ts'
import { placeName } from '../domain/place-name.ts'
import { holders, personName } from '../domain/roster.ts'
import { isPrivate, isToldAlone, type Ticket } from '../domain/ticket.ts'
import { actorsOf } from '../domain/who-may.ts'
import type { Heard } from '../ports/desk.ts'
import { recordDenied } from '../tickets/commit.ts'
import { shortOf } from '../tickets/facts.ts'
import type { MoveDesk } from '../tickets/move-ticket.ts'
import { MOVES } from '../tickets/moves/index.ts'
import type { Refusal } from '../tickets/moves/refusal.ts'
import type { CallOf, Reply } from './define-command.ts'
import { visible } from './visible.ts'

export const privately = (text: string, ticket?: Ticket): Reply[] => [{ text, where: 'private', ...(ticket && { ticket: ticket.id }) }]

const LONGEST_POST = 60

const isInItsGroup = (call: CallOf<'roster'>, ticket: Ticket): boolean => {
  const group = call.desk.roster.groups.get(groupIn(call.spoken.conversation) ?? '')
  return group?.kind === 'village' && group.grid === ticket.village
}

/** The least needed: a quiet line in the group for a public matter, else one-to-one. */
export const quietly = (call: CallOf<'roster'>, ticket: Ticket, text: string): Reply[] =>
  isInItsGroup(call, ticket) && !isPrivate(ticket) && !isToldAlone(ticket) && text.length <= LONGEST_POST
    ? [{ text, where: 'group', ticket: ticket.id, brief: `${ticket.label} ${shortOf(call.desk.roster, ticket)}` }]
    : privately(text, ticket)

type RefuseCall = CallOf<'append' | 'followers' | 'now' | 'roster' | 'ticket'>
/** A ticket is moved, or the move refused. */
export type MoveCall = CallOf<keyof MoveDesk | 'ticket'>

/** A refusal has no effect but a polite private word, and a line in the history when it was not theirs to do. */
export async function refuse(call: RefuseCall, refusal: Refusal): Promise<Reply[]> {
  const { desk, spoken } = call
  const { ticket } = refusal
  if (refusal.refused === 'not-theirs') await recordDenied(desk, spoken.person, ticket, call.text)
  const actors = actorsOf(desk.roster, spoken.person, ticket, await desk.followers(ticket.id))
  const nearest = holders(desk.roster, 'leader', ticket.place).find((id) => !ticket.about.includes(id))
  const into = ticket.mergedInto ? await visible(call, await desk.ticket(ticket.mergedInto)) : null
  const words = refusal.say(ticket, {
    owner: ticket.owner && personName(desk.roster, ticket.owner),
    village: placeName(desk.roster, ticket.village),
    leader: nearest ? personName(desk.roster, nearest) : null,
    into: into?.label ?? null,
    isReporter: actors.has('reporter'),
    may: (move) => MOVES[move].by.some((actor) => actors.has(actor)),
  })
  return privately(words, ticket)
}

type Outcome = { ticket: Ticket } | Refusal

/** Does something that may be refused. */
export async function act(call: RefuseCall, run: () => Promise<Outcome>, say: (ticket: Ticket) => Reply[]): Promise<Reply[]> {
  const outcome = await run()
  return 'refused' in outcome ? refuse(call, outcome) : say(outcome.ticket)
}

/** The order itself, when photographs came with it. */
export async function photographed({ desk, spoken }: CallOf<'heard'>): Promise<{ shown?: Heard }> {
  const heard = spoken.photos.length > 0 ? await desk.heard(spoken.messageId) : null
  return heard ? { shown: heard } : {}
}

const LONGEST_WORDS = 60

/** What an order wrote is one act, which 撤销 can take back. */
export async function rememberDeed({ desk, spoken, text }: CallOf<'deeds' | 'newId' | 'now' | 'recordAct'>): Promise<void> {
  const done = desk.deeds.done(spoken.person.id)
  if (!done) return
  const words = (done.words ?? text).slice(0, LONGEST_WORDS)
  await desk.recordAct({ id: desk.newId(), person: spoken.person.id, words, at: desk.now, deed: done.deed })
}
