import { lineUp } from '../domain/grid.ts'
import { maskName, maskNumbers, maskText } from '../domain/mask.ts'
import { dayOf } from '../domain/moments.ts'
import { placeName } from '../domain/place-name.ts'
import { personName, type Roster } from '../domain/roster.ts'
import type { Span } from '../domain/span.ts'
import { isLive, isPrivate, type Ticket, VIAS } from '../domain/ticket.ts'
import type { Cell, LedgerSheet } from '../measures/measure.ts'
import { viaWords } from '../measures/say-day/words.ts'
import type { Desk } from '../ports/desk.ts'
import { ledgerColumns, ledgerSheet, modeWords, satisfactionWords, sourceWords, ledgerWords as words } from '../wording/ledger.ts'
import { kindNames } from '../wording/names.ts'

const PAGE = 500
const SUMMARY = 120

/** Every matter that was opened in the span, in order. What is private is told by its kind; whoever reported it is masked. */
export const ticketSheet: LedgerSheet = {
  sheet: ledgerSheet,
  columns: ledgerColumns,
  async rows(desk, span) {
    const names = [...desk.roster.people.values()].map((p) => p.name)
    const rows: Cell[][] = []
    for (const ticket of await ticketsOf(desk, span)) rows.push([rows.length + 1, ...(await rowOf(desk, ticket, names))])
    return rows
  },
}

async function ticketsOf(desk: Pick<Desk, 'tickets'>, { from, to }: Span): Promise<Ticket[]> {
  const found = new Map<string, Ticket>()
  for (let since = from; ; ) {
    const page = await desk.tickets({ openedSince: since, openedBefore: to, limit: PAGE })
    const before = found.size
    for (const t of page) found.set(t.id, t)
    since = page.at(-1)?.openedAt ?? to
    if (page.length < PAGE || found.size === before) return [...found.values()]
  }
}

/** What was said about a cadre, or under a sensitivity, is told nowhere but in the file of the case. */
const isSecret = (t: Ticket): boolean => t.hidden || (t.sensitivity !== null && t.sensitivity !== 'family')

async function rowOf(
  desk: Pick<Desk, 'now' | 'roster' | 'ticket' | 'followers' | 'history'>,
  t: Ticket,
  names: readonly string[],
): Promise<Cell[]> {
  const { roster } = desk
  const duty = roster.duties.get(t.duty)
  const reporter = t.reporter ? roster.people.get(t.reporter) : undefined
  const into = t.mergedInto ? await desk.ticket(t.mergedInto) : null
  return [
    t.label,
    t.openedAt,
    placeName(roster, t.village),
    sheOf(roster, t.place),
    isSecret(t) ? words.secret : t.through || reporter ? maskName(t.through?.name ?? reporter?.name ?? '') : words.anonymous,
    isSecret(t) || !reporter?.phone ? '' : maskNumbers(reporter.phone),
    t.through ? words.through(viaWords[t.through.via]) : sourceWords[t.source],
    kindNames[t.kind],
    isSecret(t) ? kindNames[t.kind] : (duty?.name ?? t.duty),
    isSecret(t) ? '' : t.duty,
    summaryOf(t, t.through ? [...names, t.through.name] : names),
    t.owner ? personName(roster, t.owner) : '',
    t.coOwners.map((id) => personName(roster, id)).join('、'),
    modeWords[t.mode],
    t.respondBy,
    t.respondedAt,
    t.completeBy,
    t.resolvedAt,
    inTime(t, desk.now),
    delays(t, names),
    isPrivate(t) || !t.resolution ? '' : maskText(t.resolution, names).slice(0, SUMMARY),
    t.solved === null ? words.unasked : t.solved ? words.solved : words.notSolved,
    t.satisfaction ? satisfactionWords[t.satisfaction] : t.status === 'closed' ? words.noAnswer : words.unasked,
    await remarks(desk, t, into),
  ]
}

const sheOf = (roster: Roster, place: string): string =>
  lineUp(roster.nodes, place)
    .map((id) => roster.nodes.get(id))
    .find((n) => n?.level === 'she')?.name ?? ''

function summaryOf(t: Ticket, names: readonly string[]): string {
  if (t.sensitivity === 'cadre') return words.aboutCadre
  if (isPrivate(t)) return words.inTheFile
  return maskText(t.text.replaceAll('\n', '，'), names).slice(0, SUMMARY)
}

function inTime(t: Ticket, now: Date): string {
  if (t.status === 'merged' || t.status === 'withdrawn' || t.status === 'rejected') return words.notCounted
  if (t.resolvedAt) return t.resolvedAt <= t.completeBy ? words.onTime : words.late
  return isLive(t) && t.status === 'open' && t.completeBy < now ? words.overdue : words.running
}

function delays(t: Ticket, names: readonly string[]): string {
  const why = t.waiting && !isPrivate(t) ? maskText(t.waiting.reason, names) : null
  const parts = [t.extensions > 0 ? words.extended(t.extensions) : '', t.waiting ? words.waiting(dayOf(t.waiting.until), why) : '']
  return parts.filter((p) => p !== '').join('；')
}

async function remarks(desk: Pick<Desk, 'roster' | 'followers' | 'history'>, t: Ticket, into: Ticket | null): Promise<string> {
  const followers = (await desk.followers(t.id)).length
  const parts = [
    t.reopened > 0 ? words.reopened(t.reopened) : '',
    into ? words.mergedInto(into.label) : '',
    followers > 0 ? words.followers(followers) : '',
    await enteredFor(desk, t),
  ]
  return parts.filter((p) => p !== '').join('；')
}

/** A word that a cadre brought is told as such. */
async function enteredFor(desk: Pick<Desk, 'roster' | 'history'>, t: Ticket): Promise<string> {
  if (!t.through || !t.satisfaction) return ''
  const rated = (await desk.history(t.id)).findLast((e) => e.what === 'rated')
  const via = VIAS.find((v) => v === rated?.data.via) ?? t.through.via
  return rated?.by ? words.enteredBy(personName(desk.roster, rated.by), viaWords[via]) : ''
}
