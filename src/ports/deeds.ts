import type { Conversation } from '../domain/notice.ts'
import type { Ticket } from '../domain/ticket.ts'

/** Rows as the store has them; nobody else looks inside. */
export type StoredRow = Record<string, unknown>

/** What one order wrote beside tickets, so that 撤销 can take it back whatever measure it was. */
export interface Deed {
  /** Null before: it was written first then; null after: it was taken away. */
  rows: { table: string; key: StoredRow; before: StoredRow | null; after: StoredRow | null }[]
  /** The histories that tell of it, with what they say. */
  lines: { subject: string; data: Record<string, unknown> }[]
  /** Tickets whose history tells of it though they did not change. */
  noted: string[]
  /** Keys of the notices it wrote. */
  notices: string[]
}

export interface Deeds {
  /** What is written from now on is one order's. */
  begin(): void
  /** What was written since, with the tickets that changed; null where that was nothing, or the order remembers itself. */
  done(by: string): { deed: Deed; tickets: { before: Ticket | null; after: Ticket }[] } | null
  /** `told`: a group has read it; `changed`: somebody went on from there. */
  fateOf(deed: Deed): Promise<'as-left' | 'changed' | 'told'>
  /** As it was before, with a line in every history that told of it. Answers who had been told what one-to-one. */
  takeBack(deed: Deed, by: string, words: string): Promise<{ to: Conversation; text: string }[]>
}
