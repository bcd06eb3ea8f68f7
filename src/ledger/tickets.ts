import { lineUp } from '../domain/grid.ts'
import type { Kind } from '../domain/judgement.ts'
import type { LedgerColumn } from '../domain/ledger-column.ts'
import { maskerOf, maskName, maskNumbers } from '../domain/mask.ts'
import { dayOf } from '../domain/moments.ts'
import type { Person } from '../domain/people.ts'
import { placeName } from '../domain/place-name.ts'
import { personName, type Roster } from '../domain/roster.ts'
import type { Span } from '../domain/span.ts'
import { isLive, isPrivate, type Ticket, type TicketEvent, VIAS } from '../domain/ticket.ts'
import type { Cell } from '../measures/measure.ts'
import type { Desk } from '../ports/desk.ts'
import { modeWords, satisfactionWords, sourceWords, ledgerWords as words } from '../wording/ledger.ts'
import { kindNames, viaWords } from '../wording/names.ts'

const PAGE = 1000
const SUMMARY = 120

/** Of which time and which villages, and for whose eyes; `reader` null: the township's own copy. */
export interface LedgerPart {
  span: Span
  villages: readonly string[]
  reader: Person | null
}

export type LedgerRow = Record<Exclude<LedgerColumn, 'serial'>, Cell>
type LedgerDesk = Pick<Desk, 'now' | 'roster' | 'tickets' | 'followerCounts' | 'lastEvents'>

/**
 * Every matter of these kinds that was opened in the span, in order, some thousands at a time. What is private is told by its
 * kind; whoever reported it is masked.
 */
export async function* ticketRows(desk: LedgerDesk, of: LedgerPart, kinds: readonly Kind[]): AsyncGenerator<LedgerRow[]> {
  const mask = maskerOf([...desk.roster.people.values()].map((p) => p.name))
  for await (const tickets of pagesOf(desk, of, kinds)) {
    const besides = await besidesOf(desk, tickets)
    yield tickets.map((t) => rowOf(desk, t, besides, mask))
  }
}

async function* pagesOf(
  desk: Pick<Desk, 'tickets'>,
  { span: { from, to }, villages, reader }: LedgerPart,
  kinds: readonly Kind[],
): AsyncGenerator<Ticket[]> {
  let told = new Set<string>()
  for (let since = from; ; ) {
    const page = await desk.tickets({ kinds, villages, openedSince: since, openedBefore: to, limit: PAGE })
    const fresh = page.filter((t) => !told.has(t.id))
    const seen = fresh.filter((t) => reader === null || !t.about.includes(reader.id))
    if (seen.length > 0) yield seen
    since = page.at(-1)?.openedAt ?? to
    if (page.length < PAGE || fresh.length === 0) return
    // The next page begins with whatever was opened in the very moment in which this one ends.
    told = new Set(page.filter((t) => t.openedAt.getTime() === since.getTime()).map((t) => t.id))
  }
}

/** What of a page of matters stands elsewhere. */
interface Besides {
  into: ReadonlyMap<string, string>
  followers: ReadonlyMap<string, number>
  rated: ReadonlyMap<string, TicketEvent>
}

async function besidesOf(desk: LedgerDesk, page: readonly Ticket[]): Promise<Besides> {
  const intoIds = page.flatMap((t) => t.mergedInto ?? [])
  const into = intoIds.length > 0 ? await desk.tickets({ ids: intoIds, limit: intoIds.length }) : []
  const brought = page.filter((t) => t.through && t.satisfaction).map((t) => t.id)
  return {
    into: new Map(into.map((t) => [t.id, t.label])),
    followers: await desk.followerCounts(page.map((t) => t.id)),
    rated: brought.length > 0 ? await desk.lastEvents(brought, 'rated') : new Map(),
  }
}

/** What was said about a cadre, or under a sensitivity, is told nowhere but in the file of the case. */
const isSecret = (t: Ticket): boolean => t.hidden || (t.sensitivity !== null && t.sensitivity !== 'family')

function rowOf({ now, roster }: Pick<Desk, 'now' | 'roster'>, t: Ticket, besides: Besides, mask: (text: string) => string): LedgerRow {
  const duty = roster.duties.get(t.duty)
  const reporter = t.reporter ? roster.people.get(t.reporter) : undefined
  const named = t.through?.name ?? reporter?.name ?? words.anonymous
  return {
    label: t.label,
    openedAt: t.openedAt,
    village: placeName(roster, t.village),
    she: sheOf(roster, t.place),
    reporter: isSecret(t) ? words.secret : named === words.anonymous ? named : maskName(named),
    phone: isSecret(t) || !reporter?.phone ? '' : maskNumbers(reporter.phone),
    source: t.through ? words.through(viaWords[t.through.via]) : sourceWords[t.source],
    kind: kindNames[t.kind],
    duty: isSecret(t) ? kindNames[t.kind] : (duty?.name ?? t.duty),
    dutyCode: isSecret(t) ? '' : t.duty,
    summary: summaryOf(t, mask),
    owner: t.owner ? personName(roster, t.owner) : '',
    coOwners: t.coOwners.map((id) => personName(roster, id)).join('、'),
    mode: modeWords[t.mode],
    respondBy: t.respondBy,
    respondedAt: t.respondedAt,
    completeBy: t.completeBy,
    resolvedAt: t.resolvedAt,
    inTime: inTime(t, now),
    delays: delays(t, mask),
    result: isPrivate(t) || !t.resolution ? '' : mask(t.resolution).slice(0, SUMMARY),
    solved: t.solved === null ? words.unasked : t.solved ? words.solved : words.notSolved,
    satisfaction: t.satisfaction ? satisfactionWords[t.satisfaction] : t.status === 'closed' ? words.noAnswer : words.unasked,
    remarks: remarks(roster, t, besides),
  }
}

const sheOf = (roster: Roster, place: string): string =>
  lineUp(roster.nodes, place)
    .map((id) => roster.nodes.get(id))
    .find((n) => n?.level === 'she')?.name ?? ''

function summaryOf(t: Ticket, mask: (text: string) => string): string {
  if (t.sensitivity === 'cadre') return words.aboutCadre
  if (isPrivate(t)) return words.inTheFile
  const masked = mask(t.text.replaceAll('\n', '，'))
  return (t.through ? maskerOf([t.through.name])(masked) : masked).slice(0, SUMMARY)
}

function inTime(t: Ticket, now: Date): string {
  if (t.status === 'merged' || t.status === 'withdrawn' || t.status === 'rejected') return words.notCounted
  if (t.resolvedAt) return t.resolvedAt <= t.completeBy ? words.onTime : words.late
  return isLive(t) && t.status === 'open' && t.completeBy < now ? words.overdue : words.running
}

function delays(t: Ticket, mask: (text: string) => string): string {
  const why = t.waiting && !isPrivate(t) ? mask(t.waiting.reason) : null
  const parts = [t.extensions > 0 ? words.extended(t.extensions) : '', t.waiting ? words.waiting(dayOf(t.waiting.until), why) : '']
  return parts.filter((p) => p !== '').join('；')
}

function remarks(roster: Roster, t: Ticket, { into, followers, rated }: Besides): string {
  const label = t.mergedInto && into.get(t.mergedInto)
  const others = followers.get(t.id) ?? 0
  const parts = [
    t.reopened > 0 ? words.reopened(t.reopened) : '',
    label ? words.mergedInto(label) : '',
    others > 0 ? words.followers(others) : '',
    t.through ? enteredFor(roster, t.through.via, rated.get(t.id)) : '',
  ]
  return parts.filter((p) => p !== '').join('；')
}

/** A word that a cadre brought is told as such. */
const enteredFor = (roster: Roster, told: keyof typeof viaWords, rated: TicketEvent | undefined): string =>
  rated?.by ? words.enteredBy(personName(roster, rated.by), viaWords[VIAS.find((v) => v === rated.data.via) ?? told]) : ''
