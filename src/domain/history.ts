import { createHash } from 'node:crypto'
import { DAY_MS, later } from './durations.ts'

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

/** A line as it is kept, in its place. */
export interface KeptLine extends ChainedEvent {
  n: number
  hash: string
  /**
   * The Erasure that took out of it what it said of somebody. Its own hash stays, so that the next line still follows from it;
   * `leftHash` is over that hash, the erasure and what was left standing, so that a line is not bent under cover of an erasure.
   */
  erasedBy?: string | null
  leftHash?: string | null
  /** When that Erasure was, where the record of it says that it left the line with this very `leftHash`; else null. */
  erasedAt?: Date | null
}

/** What a line must hash to beside its own hash, once an erasure has left of it what `left` says. */
export const leftHashOf = (subject: string, n: number, hash: string, erasure: string, left: ChainedEvent): string =>
  chainHash(`${hash} ${erasure}`, subject, n, left)

/** Nothing was taken out of a line before it was written; clocks are set back at times, never by a day. */
const wasWritten = (line: KeptLine, erasedAt: Date): boolean => line.at <= later(erasedAt, DAY_MS)

function follows(before: string, subject: string, line: KeptLine): boolean {
  const { n, hash, erasedBy, leftHash, erasedAt } = line
  if (!erasedBy) return hash === chainHash(before, subject, n, line)
  return !!erasedAt && wasWritten(line, erasedAt) && leftHash === leftHashOf(subject, n, hash, erasedBy, line)
}

/** The number of the first line that does not follow from the one before it, or null when the history is whole. */
export function brokenAt(subject: string, lines: readonly KeptLine[]): number | null {
  let before = ''
  for (const [i, line] of lines.entries()) {
    if (line.n !== i + 1 || !follows(before, subject, line)) return i + 1
    before = line.hash
  }
  return null
}

/** How many lines of a history say less than they did, because of an erasure. */
export const erasedLines = (lines: readonly KeptLine[]): number => lines.filter((line) => line.erasedBy).length
