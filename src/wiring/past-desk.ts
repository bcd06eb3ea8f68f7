import type { Calendar } from '../domain/calendar.ts'
import { BOT_CHANNEL, saidId } from '../domain/message-ref.ts'
import type { NoticeDraft } from '../domain/notice.ts'
import type { Roster } from '../domain/roster.ts'
import type { Ticket, TicketEvent } from '../domain/ticket.ts'
import type { DueWork } from '../ports/due-work.ts'
import { newRowId } from '../store/new-id.ts'
import type { Lived, PastWords } from '../store/write-past.ts'
import type { MoveDesk } from '../tickets/move-ticket.ts'
import type { OpenDesk } from '../tickets/open-ticket.ts'

/** What the bot said at that moment, as the chats show it. */
export const saidAt = (at: Date, drafts: readonly NoticeDraft[]): PastWords[] =>
  drafts.map(({ key, to, text, ticket }) => ({
    ...{ channel: BOT_CHANNEL, id: saidId(key), conversation: to, person: null, text, at },
    tickets: ticket ? [ticket] : [],
  }))

/** A desk that keeps in memory what happens at it, through the same openings and moves as any other, until it is written at once. */
export function openPastDesk(roster: Roster, calendar: Calendar) {
  const tickets = new Map<string, Ticket>()
  const history = new Map<string, TicketEvent[]>()
  const numbers = new Map<string, number>()
  const due = new Map<string, readonly DueWork[]>()
  const words: PastWords[] = []
  const at = (now: Date): OpenDesk & MoveDesk => ({
    ...{ now, roster, calendar, newId: newRowId },
    requests: { handedBy: async () => null },
    async nextNumber(village) {
      const next = (numbers.get(village) ?? 0) + 1
      numbers.set(village, next)
      return next
    },
    async writeTicket(before, after) {
      const next = { ...after, version: (before?.version ?? 0) + 1 }
      tickets.set(next.id, next)
      return next
    },
    async append(id, events) {
      history.set(id, [...(history.get(id) ?? []), ...events])
    },
    async setDue(id, work) {
      due.set(id, work)
    },
    async notify(drafts) {
      words.push(...saidAt(now, drafts))
    },
    followers: async () => [],
    history: async () => [],
    attach: async () => {},
    ask: async () => {},
  })
  const lived = (): Lived => ({ tickets, history, numbers, due: [...due.values()].flat() })
  return { at, due, words, lived }
}
