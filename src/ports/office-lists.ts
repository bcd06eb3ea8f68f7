import type { Kind } from '../domain/judgement.ts'
import type { Term } from '../domain/matter-search.ts'
import type { Person } from '../domain/people.ts'
import type { Outline } from '../domain/sight.ts'
import type { Span } from '../domain/span.ts'
import type { Stage, Ticket } from '../domain/ticket.ts'

/** In work; of those: nobody has taken it, it waits, it is done and the reporter is asked. Over. All of them. */
export type MatterState = 'now' | 'untaken' | 'waiting' | 'resolved' | 'ended' | 'all'

/** Which matters a list is of; what is null is not asked for. */
export interface MatterQuery {
  terms: readonly Term[]
  state: MatterState
  /** A node of the grid with everything that lies in it. */
  place: string | null
  stage: Stage | null
  kind: Kind | null
  duty: string | null
  /** `nobody` has none. */
  owner: string | 'nobody' | null
  /** In work, and the day it was promised for is over. */
  late: boolean
  /** Village matters that came so often since then in the same village. */
  repeated: { times: number; since: Date } | null
  opened: Span | null
  /** Live, and due in this span. */
  due: Span | null
}

/** A matter as far as its reader may see it. */
export type Seen = { sight: 'all'; ticket: Ticket } | { sight: 'outline'; ticket: Outline }

/** Where a page ended: what is due next stands behind it, whatever has come or gone in between. */
export interface MatterPlace {
  /** 0 in work, 1 done and asked after, 2 over. */
  rank: number
  key: number
  id: string
}

export interface MatterPage {
  rows: readonly Seen[]
  /** Of the whole list, or of a part of it that is long enough. */
  count: number
  /** There are more than that. */
  more: boolean
  /** How many stand before this page. */
  before: number
  /** Where the next page begins; null after the last. */
  next: MatterPlace | null
}

export interface DueDay {
  /** 2026-11-27. */
  day: string
  count: number
  late: number
  /** The first of them. */
  first: readonly Seen[]
}

/**
 * What is read in lists at the office page. Nothing that its reader may not see is in any of it, in no count either: a matter
 * seen in outline is found by its number, village, kind, state and dates, and by nothing else.
 */
export interface OfficeLists {
  /** What is due first stands first; what is over, the latest first. */
  matters(reader: Person, query: MatterQuery, after: MatterPlace | null): Promise<MatterPage>
  /** The live matters of each day on which some are due, in order; `place`: those of a part of the grid. */
  dueDays(reader: Person, span: Span, asked: { most: number; place: string | null }): Promise<DueDay[]>
}
