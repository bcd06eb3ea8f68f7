import { createHash } from 'node:crypto'

/** One line of a history: of a ticket, or of anything else whose changes are only ever added to. */
export interface ChainedEvent {
  at: Date
  what: string
  /** Null for the bot and the clock. */
  by: string | null
  note: string | null
  data: Record<string, unknown>
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, v: unknown) =>
    v !== null && typeof v === 'object' && !Array.isArray(v) && !(v instanceof Date)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  )

/** The hash of one line of a history, over the line before it and everything the line says. `ticketId`: whose history it is. */
export function chainHash(before: string, ticketId: string, n: number, event: ChainedEvent): string {
  const line = canonical({ ticketId, n, at: event.at.toISOString(), what: event.what, by: event.by, note: event.note, data: event.data })
  return createHash('sha256').update(before).update('\n').update(line).digest('hex')
}

/** The number of the first line that does not follow from the one before it, or null when the history is whole. */
export function brokenAt(ticketId: string, lines: readonly (ChainedEvent & { n: number; hash: string })[]): number | null {
  let before = ''
  for (const [i, line] of lines.entries()) {
    if (line.n !== i + 1 || line.hash !== chainHash(before, ticketId, line.n, line)) return i + 1
    before = line.hash
  }
  return null
}
