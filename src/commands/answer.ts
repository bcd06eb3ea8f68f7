import { groupIn } from '../domain/notice.ts'
import { personName } from '../domain/roster.ts'
import { isPrivate, type Ticket } from '../domain/ticket.ts'
import type { Refusal } from '../domain/who-may.ts'
import { recordDenied } from '../tickets/deny.ts'
import { shortOf } from '../tickets/facts.ts'
import { refusalWords } from '../wording/refusals.ts'
import type { Call, Reply } from './define-command.ts'

export const privately = (text: string, ticket?: Ticket): Reply[] => [{ text, where: 'private', ...(ticket && { ticket: ticket.id }) }]

const LONGEST_POST = 60

const isInItsGroup = (call: Call, ticket: Ticket): boolean => {
  const group = call.desk.roster.groups.get(groupIn(call.spoken.conversation) ?? '')
  return group?.kind === 'village' && group.grid === ticket.village
}

/** The least needed: a quiet line in the group for a public matter, else one-to-one. */
export const quietly = (call: Call, ticket: Ticket, text: string): Reply[] =>
  isInItsGroup(call, ticket) && !isPrivate(ticket) && ticket.source !== 'direct' && text.length <= LONGEST_POST
    ? [{ text, where: 'group', ticket: ticket.id, brief: `${ticket.label} ${shortOf(call.desk.roster, ticket)}` }]
    : privately(text, ticket)

/** A refusal has no effect but a polite private word, and a line in the history when it was not theirs to do. */
export async function refuse(call: Call, refusal: Refusal): Promise<Reply[]> {
  const { desk, spoken } = call
  if (refusal.refused === 'not-allowed') await recordDenied(desk, spoken.person, refusal.ticket, call.text)
  const owner = refusal.ticket.owner && personName(desk.roster, refusal.ticket.owner)
  return privately(
    refusalWords(refusal, { owner, by: refusal.refused === 'taken' ? personName(desk.roster, refusal.by) : null }),
    refusal.ticket,
  )
}

type Outcome = { ticket: Ticket } | Refusal

/** Does something that 撤销 can take back: the tickets as they were are kept, with the versions they have afterwards. */
export async function act(
  call: Call,
  tickets: readonly Ticket[],
  run: (cause: string) => Promise<Outcome>,
  say: (ticket: Ticket) => Reply[],
): Promise<Reply[]> {
  const { desk, spoken } = call
  const id = desk.newId()
  const outcome = await run(id)
  if ('refused' in outcome) return refuse(call, outcome)
  const versions: Record<string, number> = {}
  for (const t of tickets) versions[t.id] = (await desk.ticket(t.id))?.version ?? t.version
  await desk.recordAct({ id, person: spoken.person.id, words: call.text.slice(0, 60), at: desk.now, before: [...tickets], versions })
  return say(outcome.ticket)
}
