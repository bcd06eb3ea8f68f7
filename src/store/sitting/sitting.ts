import type { Ticket } from '../../domain/ticket.ts'
import type { Desk, Heard, Line, OpenReport, TicketQuery } from '../../ports/desk.ts'
import { isWork, reportOfWindow } from '../../ports/due-work.ts'
import type { Transaction } from '../transaction.ts'
import { InHand } from './in-hand.ts'
import { type Asked, watched } from './watched.ts'

export type LineSaid = Line & { seq: bigint }

/** What lines of talk ask for, brought in one go. */
export interface Brought {
  /** Reports of the conversation that are open, or those that are to end. */
  reports: readonly OpenReport[]
  /** The conversation whose open reports these all are; null where some of several end together. */
  conversation: string | null
  /** What was said right before a message, by its number, oldest first: as many lines as anybody asks for. */
  before: ReadonlyMap<bigint, readonly LineSaid[]>
  people: Waiting
}

/** Of whom it was looked up, and of those: who was asked something, whose matters are in hand, who has told one ever, who follows one. */
export interface Waiting {
  known: ReadonlySet<string>
  asked: ReadonlySet<string>
  live: ReadonlySet<string>
  told: ReadonlySet<string>
  follows: ReadonlySet<string>
}

const LIVE = ['open', 'waiting']
/** So many lines are brought from before each. */
export const LINES_BROUGHT = 12

/** Where lines, reports and what became of lines stand. */
const TALK = ['message', 'report', 'ticketMessage']

/**
 * A desk that sits over several lines of talk in one transaction. Most of what a village says becomes nothing, and saying so reads and
 * writes the same few rows each time: they are brought once, kept in hand, and written together. Whoever else asks for talk finds all of
 * it written down; once something else was written, nobody's matters are answered from what was brought, and once talk was, nothing is.
 */
export class Sitting {
  readonly #tx: Transaction
  readonly #town: string
  readonly #now: Date
  readonly #brought: Brought
  readonly #inHand: InHand
  readonly #running: ReadonlySet<string>
  readonly #tickets = new Map<string, Promise<Ticket[]>>()
  #plain = true
  #talkInHand = true
  #written: Promise<void> = Promise.resolve()
  #desk: Desk | null = null

  /** `running`: keys of the due work that is being done here, which nobody takes away meanwhile. */
  constructor(tx: Transaction, { town, now }: { town: string; now: Date }, brought: Brought, running: ReadonlySet<string> = new Set()) {
    this.#tx = tx
    this.#town = town
    this.#now = now
    this.#brought = brought
    this.#running = running
    this.#inHand = new InHand(brought.reports)
  }

  /** Nothing was written so far but talk. */
  get plain(): boolean {
    return this.#plain
  }

  async desk(open: (tx: Transaction) => Promise<Desk>): Promise<Desk> {
    this.#desk ??= this.#over(await open(watched(this.#tx, (asked) => this.#before(asked))))
    return this.#desk
  }

  handled({ seq }: Heard): void {
    this.#inHand.handled(seq)
  }

  /** One after the other: two who read side by side must not both write what is in hand. */
  write(): Promise<void> {
    this.#written = this.#written.then(() => this.#inHand.write(this.#tx, this.#town, this.#now))
    return this.#written
  }

  async #before({ table, writes }: Asked): Promise<void> {
    const isOfTalk = table === null || TALK.includes(table)
    // Windows are rows of their own: whoever writes other work touches none, and whoever looks through it sees them.
    if (isOfTalk || (table === 'due' && !writes)) await this.write()
    if (!writes) return
    this.#plain = false
    if (isOfTalk) this.#talkInHand = false
  }

  #over(desk: Desk): Desk {
    const { conversation } = this.#brought
    const hand = this.#inHand
    const isHeld = (report: string): boolean => this.#talkInHand && hand.report(report) !== null
    return {
      ...desk,
      openReports: async (of) => (this.#talkInHand && of === conversation ? hand.open() : desk.openReports(of)),
      report: async (id) => (isHeld(id) ? hand.report(id) : desk.report(id)),
      openReport: async (report) => {
        if (!this.#talkInHand) return desk.openReport(report)
        hand.begin({ ...report, closed: false, judgement: null, messages: [] })
      },
      addToReport: async (id, message, closesAt, judgement) => {
        if (!isHeld(id)) return desk.addToReport(id, message, closesAt, judgement)
        hand.add(id, message, closesAt, judgement)
      },
      closeReport: async (id, judgement, outcome) => {
        if (!isHeld(id)) return desk.closeReport(id, judgement, outcome)
        hand.close(id, judgement, outcome)
      },
      attach: async (ticket, messages) => (this.#talkInHand ? hand.attach(ticket, messages) : desk.attach(ticket, messages)),
      addDue: async (work) => {
        if (!this.#talkInHand || !isWork(work, 'close-report')) return desk.addDue(work)
        hand.window(work.data.report, work.at)
      },
      cancelDue: async (key) => {
        if (this.#running.has(key)) return
        const report = reportOfWindow(key)
        if (!this.#talkInHand || report === null) return desk.cancelDue(key)
        hand.window(report, null)
      },
      ...this.#broughtTo(desk),
    }
  }

  #broughtTo(desk: Desk): Pick<Desk, 'linesBefore' | 'questions' | 'tickets'> {
    const { people, before } = this.#brought
    const hand = this.#inHand
    const asNow = (line: LineSaid): LineSaid => ({
      ...line,
      report: hand.reportOf(line.seq) ?? line.report,
      tickets: [...new Set([...line.tickets, ...hand.ticketsOf(line.seq)])],
    })
    return {
      linesBefore: async (message, since, limit) => {
        const lines = this.#talkInHand && limit <= LINES_BROUGHT ? before.get(message.seq) : undefined
        return lines ? lastOf(lines, since, limit).map(asNow) : desk.linesBefore(message, since, limit)
      },
      questions: async (person) => (this.#plain && people.known.has(person) && !people.asked.has(person) ? [] : desk.questions(person)),
      tickets: async (query) => {
        if (!this.#plain) return desk.tickets(query)
        return findsNone(people, query) ? [] : this.#askedOnce(query, desk)
      },
    }
  }

  /** Nobody's matters change while only talk is written. */
  #askedOnce(query: TicketQuery, desk: Pick<Desk, 'tickets'>): Promise<Ticket[]> {
    const key = JSON.stringify(query)
    const tickets = this.#tickets.get(key) ?? desk.tickets(query)
    this.#tickets.set(key, tickets)
    return tickets
  }
}

/** The last so many since then, newest first. */
const lastOf = (lines: readonly LineSaid[], since: Date, limit: number): LineSaid[] =>
  lines
    .filter((l) => l.at >= since)
    .slice(-limit)
    .toReversed()

/** Whoever has told no matter has none in hand. */
function findsNone({ known, live, told, follows }: Waiting, { reporter, follower, statuses }: TicketQuery): boolean {
  const person = reporter ?? follower
  if (person === undefined || !known.has(person)) return false
  if (reporter === undefined) return !follows.has(person)
  const onlyLive = statuses?.every((s) => LIVE.includes(s)) ?? false
  return !(onlyLive ? live : told).has(person)
}
