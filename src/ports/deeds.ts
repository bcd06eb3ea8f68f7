import type { Conversation } from '../domain/notice.ts'
import type { Ticket } from '../domain/ticket.ts'

/** Rows as the store has them; nobody else looks inside. */
export type StoredRow = Record<string, unknown>

/** What one order wrote, whatever it was about, so that 撤销 can take it back. */
export interface Deed {
  /** Null before: it was opened then. `version` is what the order left it with. */
  tickets: { id: string; before: Ticket | null; version: number }[]
  /** Null before: it was written first then; null after: it was taken away. */
  rows: { table: string; key: StoredRow; before: StoredRow | null; after: StoredRow | null }[]
  /** The histories that tell of it, with what they say. */
  lines: { subject: string; data: Record<string, unknown> }[]
  /** Tickets whose history tells of it though they did not change. */
  noted: string[]
  /** What it said to whom, with the words that take it back where they are not the usual ones. */
  notices: { key: string; undone: string | null }[]
  /** Nothing takes it back; it tells what to do instead. */
  final: string | null
}

/** Something that was said one-to-one and is no more. */
export interface Retracted {
  to: Conversation
  ticket: string | null
  text: string
  undone: string | null
}

export interface Deeds {
  /** What is written from now on is one order's. */
  begin(): void
  /** In what words 撤销 names it, where they are not what was typed. */
  called(words: string): void
  /** Nothing takes it back, so 撤销 must not undo the one before it instead. */
  final(instead: string): void
  /** What was written since; null where that was nothing that can be taken back. */
  done(by: string): { deed: Deed; words: string | null } | null
  /** `told`: a group has read it; `changed`: somebody went on from there. */
  fateOf(deed: Deed): Promise<'as-left' | 'changed' | 'told'>
  /**
   * All but the tickets as it was before, with a line in every history that told of it, and nothing said any more that was not
   * yet said, because of `why`. Answers who had been told what one-to-one.
   */
  takeBack(deed: Deed, by: string, words: string, why: string): Promise<Retracted[]>
}
