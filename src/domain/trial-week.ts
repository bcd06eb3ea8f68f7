import { DAY_MS } from './durations.ts'
import { dayOf } from './moments.ts'
import { sheNumbers } from './places.ts'
import type { Ticket } from './ticket.ts'
import type { TrialFigures, Would } from './trial.ts'

/** One thing that was told in the group, as far as the comparison needs it. */
export interface Told {
  id: string
  at: Date
  would: Would | null
  /** Null once its words are gone. */
  text: string | null
  /** On the duty list, what it would be. */
  duty: string | null
  /** Nobody has said yet what it is. */
  undecided: boolean
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

/** A list comes within a day, and may be answered for a day. */
const ANSWERED_MS = 2 * DAY_MS

/** A clerk who types a matter instead of choosing it from the list does so within this. */
const SOON_MS = 2 * DAY_MS

const inTime = (a: { at: Date }, b: { at: Date }): number => a.at.getTime() - b.at.getTime()

/** What it would have opened beside what was registered, in the order in which it was told. */
export function compareWeek<R extends Told>({ reports, tickets }: Pick<Week<R>, 'reports' | 'tickets'>, now: Date): Compared<R>[] {
  const waits = (told: R): boolean => told.undecided && now.getTime() - told.at.getTime() < ANSWERED_MS
  const counted = tickets.filter((t) => t.status !== 'void')
  const found: Compared<R>[] = []
  // Of a matter told in several breaths the one that would have opened it stands for all.
  const first = reports.toSorted((a, b) => Number(b.would === 'open') - Number(a.would === 'open') || inTime(a, b))
  for (const told of first) {
    const ticket = counted.find((t) => told.tickets.includes(t.id)) ?? null
    const { at } = told
    if (ticket && !found.some((c) => c.ticket === ticket))
      found.push({ verdict: told.would === 'open' ? 'right' : 'missed', at, told, ticket })
    else if (!ticket && told.would === 'open') found.push({ verdict: waits(told) ? 'waits' : 'wrong', at, told, ticket })
  }
  const byHand = counted.filter((t) => !found.some((c) => c.ticket === t) && !reports.some((r) => r.tickets.includes(t.id)))
  return withByHand(found, byHand).sort(inTime)
}

/** 二社 in the one and 四社 in the other. */
function areElsewhere(a: string, b: string): boolean {
  const [here, there] = [sheNumbers(a), sheNumbers(b)]
  return here.length > 0 && there.length > 0 && !here.some((n) => there.includes(n))
}

/** Typed instead of chosen: what it would have opened of the same duty just before is that matter; anything else it has missed. */
function withByHand<R extends Told>(found: readonly Compared<R>[], byHand: readonly Ticket[]): Compared<R>[] {
  const all = [...found]
  for (const ticket of byHand) {
    const { openedAt } = ticket
    const isSame = ({ ticket: has, told, at }: Compared<R>): boolean =>
      has === null &&
      told?.duty === ticket.duty &&
      !areElsewhere(told.text ?? '', ticket.text) &&
      at <= openedAt &&
      openedAt.getTime() - at.getTime() < SOON_MS
    const n = all.findIndex(isSame)
    const same = all[n]
    if (same) all[n] = { ...same, verdict: 'right', ticket }
    else all.push({ verdict: 'missed', at: openedAt, told: null, ticket })
  }
  return all
}

/** One line of the comparison, as far as its reader may see it. */
export interface ShownLine {
  verdict: Verdict
  at: Date
  /** It stood on the clerk's list as what may be one. */
  listed: boolean
  /** `private`: not for this reader. `gone`: its words were kept as long as talk is kept. */
  text: { said: string } | 'private' | 'gone'
  /** The matter that the village has registered. */
  label: string | null
}

export const isListed = ({ told }: Pick<Compared, 'told'>): boolean => told?.would === 'list'

/** What a page shows of one group's trial. */
export interface ShownTrial {
  group: string
  name: string
  since: Date
  until: Date
  endedAt: Date | null
  figures: TrialFigures
  lines: readonly ShownLine[]
}

export function figuresOf(week: Week, now: Date): TrialFigures {
  const compared = compareWeek(week, now)
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
    listed: compared.filter((c) => c.verdict === 'missed' && isListed(c)).length,
    // A receipt of each that nobody registered; what was registered had its own, and was kept back.
    posts: week.unsaid + count(compared, 'wrong') + count(compared, 'waits'),
    days: days.map((day) => ({ day, ...countsOf(heardOn.get(day)?.length ?? 0, toldOn.get(day) ?? []) })),
  }
}
