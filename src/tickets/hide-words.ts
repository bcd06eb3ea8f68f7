import { type NoticeDraft, toPerson } from '../domain/notice.ts'
import { holders, personName } from '../domain/roster.ts'
import { TAKEN_BACK } from '../domain/shared.ts'
import { isLive, isPrivate, isSilent, type Ticket } from '../domain/ticket.ts'
import type { Heard } from '../ports/desk.ts'
import { takenBack } from '../wording/told.ts'
import { type CommitDesk, commitTicket } from './commit.ts'
import { type FactsDesk, factsOf } from './facts.ts'

/** Its reporter took back what it was opened with: the words are gone, and whoever registers for the village asks what is still wanted. */
export async function hideWords(desk: CommitDesk & FactsDesk, ticket: Ticket, heard: Heard, lines: readonly string[]): Promise<void> {
  if (ticket.reporter !== heard.person) return
  const told = ticket.text.split('\n')
  const left = told.filter((line) => !lines.includes(line))
  // Put right or put together since it was said, it cannot be told apart any more.
  const isAll = left.length === told.length || left.every((line) => line.trim() === '')
  if (left.length === told.length && !lines.some((line) => line !== '' && ticket.text.includes(line))) return
  const after: Ticket = { ...ticket, text: isAll ? TAKEN_BACK : left.join('\n') }
  const event = { at: desk.now, what: 'amended' as const, by: heard.person, note: null, data: { takenBack: heard.id } }
  await commitTicket(desk, ticket, after, [event], (now) => {
    if (!isLive(now)) return []
    const text = takenBack(factsOf(desk, now, { by: heard.person, note: null }), personName(desk.roster, heard.person))
    return [...new Set([clerkFor(desk, now), now.owner])].flatMap((id): NoticeDraft[] =>
      id && id !== heard.person
        ? [{ key: `taken-back:${heard.id}:${id}`, to: toPerson(id), ticket: now.id, occasion: 'amended', text }]
        : [],
    )
  })
}

/** What the village must not hear of is its owner's alone. */
const clerkFor = ({ roster }: Pick<FactsDesk, 'roster'>, ticket: Ticket): string | null =>
  isSilent(ticket)
    ? ticket.owner
    : (holders(roster, isPrivate(ticket) ? 'secretary' : 'clerk', ticket.village).find((id) => !ticket.about.includes(id)) ?? null)
