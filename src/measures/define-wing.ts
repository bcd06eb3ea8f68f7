import type { Case, CaseKind } from '../domain/case.ts'
import type { CaseFate } from '../domain/forgotten.ts'
import type { Person } from '../domain/people.ts'
import type { Settings } from '../domain/settings.ts'
import type { Township } from '../domain/township.ts'
import type { Call, Command, Reply } from '../orders/define-command.ts'
import type { AtDesk, Desk, Heard } from '../ports/desk.ts'
import type { DueWork, WingJobName } from '../ports/due-work.ts'
import type { HeldDays, MeasurePages } from '../ports/measure-pages.ts'
import type { Line } from '../wording/digests.ts'
import type { LedgerSheet, MorningLines } from './measure.ts'

/** What the clock does for a wing; a scheduled one comes each working day at that time, or every day. */
interface WingJob {
  name: WingJobName
  schedule?: (settings: Settings) => string
  everyDay?: true
  run: AtDesk<string, [DueWork]>
}

/** How much of one kind somebody set down for everybody, told to themselves in 我的档案. */
export interface Made {
  word: string
  count: AtDesk<number, [Person]>
}

/** Of cases that name at one field who set them down. */
export const madeBy = <T extends Case>(word: string, kind: CaseKind<T>, at = 'by'): Made => ({
  word,
  count: (desk, { id }) => desk.cases(kind).count({ whose: { person: id, at: [at] } }),
})

/**
 * A measure of the township says of itself everything that others ask of it. What it has not is said as well: a wing that
 * forgets to say what it keeps about a person does not compile.
 */
export interface Wing {
  /** In the order of the help. */
  orders: readonly Command[]
  /** Lines of a leader's day, ranked as in `wording/digests.ts`: below `TELLS` what waits for this leader's word, above it what happened. */
  dayLines: AtDesk<Line[], [leader: Person]> | null
  /** Its paragraph of the month, 2026-11, with last year beside it where there is one. */
  monthLines: AtDesk<Line[], [person: Person, month: string]> | null
  sheets: readonly LedgerSheet[]
  /** What it reminds people of in their one message of the morning, by its own dates. */
  morning: MorningLines | null
  jobs: readonly WingJob[]
  /** What it keeps about somebody, as lines of their 我的档案. */
  keepsOf: AtDesk<string[], [Person]> | null
  made: readonly Made[]
  /** What becomes of its cases, by the name they are kept under, when somebody in them is forgotten (忘记我). */
  forgets: Readonly<Record<string, CaseFate>>
  /**
   * What of it stays in somebody's name who leaves their office, as labels (信01), until another is named; only what the reader may
   * know of. Tickets are handed on by themselves.
   */
  staysWith: ((desk: Pick<Desk, 'cases' | 'roster' | 'ticket'>, person: string, reader: Person) => Promise<string[]>) | null
  /** Its lists and pages at the office page. */
  pages: readonly MeasurePages[]
  /** What of it stands in the calendar of the office. */
  held: HeldDays | null
  /** Only of few: a message that is this wing's own before it is anything else. True where it was. */
  hears?: AtDesk<boolean, [Heard]>
  /** Only of few: what is meant for this wing before any order is looked for, with what is replied to it. */
  answers?(call: Call): Promise<Reply[] | null>
  /** Only of few: a workbook comes in, and what it changes is written down before it does. */
  imported?: AtDesk<void, [Township]>
}

export const defineWing = (wing: Wing): Wing => wing
