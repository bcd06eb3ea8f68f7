import { createHash } from 'node:crypto'
import type { TicketEvent } from './ticket.ts'

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, v: unknown) =>
    v !== null && typeof v === 'object' && !Array.isArray(v) && !(v instanceof Date)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  )

/** The hash of one line of a ticket's history, over the line before it and everything the line says. */
export function chainHash(before: string, ticketId: string, n: number, event: TicketEvent): string {
  const line = canonical({ ticketId, n, at: event.at.toISOString(), what: event.what, by: event.by, note: event.note, data: event.data })
  return createHash('sha256').update(before).update('\n').update(line).digest('hex')
}

/** The number of the first line that does not follow from the one before it, or null when the history is whole. */
export function brokenAt(ticketId: string, lines: readonly (TicketEvent & { n: number; hash: string })[]): number | null {
  let before = ''
  for (const [i, line] of lines.entries()) {
    if (line.n !== i + 1 || line.hash !== chainHash(before, ticketId, line.n, line)) return i + 1
    before = line.hash
  }
  return null
}
