import { DAY_MS } from './durations.ts'
import { dayOf } from './moments.ts'
import type { Ticket } from './ticket.ts'
import type { TrialFigures, Would } from './trial.ts'

/** One thing that was told in the group, as far as the comparison needs it. */
export interface Told {
  id: string
  at: Date
  would: Would | null
  /** On the duty list, what it would be. */
  duty: string | null
  waits: boolean
  tickets: readonly string[]
}

/** What there is of a trial's time. */
export interface Week<R extends Told = Told> {
  /** When each message of somebody was heard. */
  heard: readonly Date[]
  /** What would have become something, or did. */
  reports: readonly R[]
  /** What belongs to these, and what was registered by hand in the village meanwhile. */
  tickets: readonly Ticket[]
  /** What was to be said in the group and was not. */
  unsaid: number
}

/**
 * `right`: the bot and the clerk agree that it is a matter. `wrong`: the clerk said no, or left it. `waits`: the clerk may still
 * say. `missed`: the clerk registered it, and the bot would not have.
 */
export type Verdict = 'right' | 'wrong' | 'waits' | 'missed'

export interface Compared<R extends Told = Told> {
  verdict: Verdict
  at: Date
  /** Null where it was registered by hand, and nobody told it in the group. */
  told: R | null
  ticket: Ticket | null
}

/** A clerk who types a matter instead of choosing it from the list does so within this. */
const SOON_MS = 2 * DAY_MS

const inTime = (a: { at: Date }, b: { at: Date }): number => a.at.getTime() - b.at.getTime()

/** What it would have opened beside what was registered, in the order in which it was told. */
function compareWeek<R extends Told>({ reports, tickets }: Pick<Week<R>, 'reports' | 'tickets'>): Compared<R>[] {
  const counted = tickets.filter((t) => t.status !== 'void')
  const found: Compared<R>[] = []
  // Of a matter told in several breaths the one that would have opened it stands for all.
  const first = reports.toSorted((a, b) => Number(b.would === 'open') - Number(a.would === 'open') || inTime(a, b))
  for (const told of first) {
    const ticket = counted.find((t) => told.tickets.includes(t.id)) ?? null
    const { at } = told
    if (ticket && !found.some((c) => c.ticket === ticket))
      found.push({ verdict: told.would === 'open' ? 'right' : 'missed', at, told, ticket })
    else if (!ticket && told.would === 'open') found.push({ verdict: told.waits ? 'waits' : 'wrong', at, told, ticket })
  }
  const byHand = counted.filter((t) => !found.some((c) => c.ticket === t) && !reports.some((r) => r.tickets.includes(t.id)))
  return withByHand(found, byHand).sort(inTime)
}

/** Typed instead of chosen: what it would have opened of the same duty just before is that matter; anything else it has missed. */
function withByHand<R extends Told>(found: readonly Compared<R>[], byHand: readonly Ticket[]): Compared<R>[] {
  const all = [...found]
  for (const ticket of byHand) {
    const { openedAt } = ticket
    const isSame = ({ ticket: has, told, at }: Compared<R>): boolean =>
      has === null && told?.duty === ticket.duty && at <= openedAt && openedAt.getTime() - at.getTime() < SOON_MS
    const n = all.findIndex(isSame)
    const same = all[n]
    if (same) all[n] = { ...same, verdict: 'right', ticket }
    else all.push({ verdict: 'missed', at: openedAt, told: null, ticket })
  }
  return all
}

export function figuresOf(week: Week): TrialFigures {
  const compared = compareWeek(week)
  const count = (of: readonly Compared[], verdict: Verdict): number => of.filter((c) => c.verdict === verdict).length
  const countsOf = (heard: number, of: readonly Compared[]) => ({
    heard,
    would: of.length - count(of, 'missed'),
    registered: count(of, 'right'),
    missed: count(of, 'missed'),
  })
  const heardOn = Map.groupBy(week.heard, dayOf)
  const toldOn = Map.groupBy(compared, (c) => dayOf(c.at))
  const days = [...new Set([...heardOn.keys(), ...toldOn.keys()])].sort()
  return {
    ...countsOf(week.heard.length, compared),
    wrong: count(compared, 'wrong'),
    // A receipt of each that nobody registered; what was registered had its own, and was kept back.
    posts: week.unsaid + count(compared, 'wrong') + count(compared, 'waits'),
    days: days.map((day) => ({ day, ...countsOf(heardOn.get(day)?.length ?? 0, toldOn.get(day) ?? []) })),
  }
}
