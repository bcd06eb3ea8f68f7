import { shiftWorkdays, workdaysBetween } from '../domain/calendar.ts'
import { earlier } from '../domain/durations.ts'
import { dayNumber } from '../domain/moments.ts'
import type { Person } from '../domain/people.ts'
import { lastYear, monthName, monthOf, type Span, weekOf } from '../domain/span.ts'
import type { Desk } from '../ports/desk.ts'
import type { Scope } from '../ports/figures.ts'
import type { FactsDesk } from '../tickets/facts.ts'
import * as say from '../wording/digests.ts'
import * as beside from '../wording/last-year.ts'
import { nameOf } from './decisions.ts'
import { byKind, oldMatters, ratesOf, repeatedMatters, type SpanFacts, spanFacts, total } from './figures.ts'
import { fit } from './fit.ts'
import { measuresOfMonth } from './measures.ts'
import { partName, scopeOf } from './part.ts'

const VILLAGES = 8
const DUTIES = 10
const LISTED = 4

/** A month, the one that runs unless named as 2026-11, with the same month of last year beside it. */
export async function monthReport(desk: Desk, person: Person, month = monthName(desk.now)): Promise<string> {
  const scope = scopeOf(desk, person, monthOf(month))
  if (scope.villages.length === 0) return say.nothingOfYours
  const runs = scope.to > desk.now
  const facts = await spanFacts(desk, scope)
  const compared = await lastYears(desk, person, month)
  const short = (duty: string) => desk.roster.duties.get(duty)?.short ?? duty
  const figures = figureLines(facts, compared)
  return fit([
    ...say.line(0, say.monthHead(partName(desk, person), month)),
    ...(figures.length > 0 ? figures : say.line(1, say.nothing)),
    ...say.line(1, compared.before ? null : beside.noMatters),
    ...(await yearSoFar(desk, person, month)),
    ...(runs ? await backlog(desk, scope) : []),
    ...say.line(6, say.byVillage(facts.villages.slice(0, VILLAGES))),
    ...say.line(5, say.topDuties((await desk.figures.topDuties(scope, DUTIES)).map((r) => ({ what: short(r.duty), count: r.count })))),
    ...(runs ? await oldest(desk, scope) : []),
    ...(await again(desk, scope, month.slice(0, 4))),
    ...(await measuresOfMonth(desk, person, month)),
  ])
}

/** January and what came after it, where that is more than the month: a township tells of a half-year, not of its June. */
async function yearSoFar(desk: Pick<Desk, 'roster' | 'figures'>, person: Person, month: string): Promise<say.Line[]> {
  if (month.endsWith('-01')) return []
  const scope = scopeOf(desk, person, { from: monthOf(`${month.slice(0, 4)}-01`).from, to: monthOf(month).to })
  const [opened, done] = [byKind(await desk.figures.opened(scope)), byKind(await desk.figures.done(scope))]
  const before = await desk.figures.opened({ ...scope, to: monthOf(month).from })
  return say.line(1.8, before.length > 0 ? beside.yearSoFar(month, opened, done) : null)
}

function figureLines(facts: SpanFacts, compared: beside.Compared): say.Line[] {
  const { response, completion, satisfaction } = facts.rates
  return [
    ...say.line(
      1,
      beside.countLine(say.told.opened, facts.opened, (b) => b.opened, compared),
    ),
    ...say.line(
      1.5,
      beside.countLine(say.told.done, facts.done, (b) => b.done, compared),
    ),
    ...say.line(
      2,
      beside.rateLine(say.told.response, response, (r) => r.response, compared),
    ),
    ...say.line(
      2,
      beside.rateLine(say.told.completion, completion, (r) => r.completion, compared),
    ),
    ...say.line(2, beside.satisfactionLine(satisfaction, compared)),
  ]
}

/** The week that runs; on its first working day the one before it, for of the new one there is nothing to tell yet. */
export function weekToTell({ now, calendar }: Pick<Desk, 'now' | 'calendar'>): Span {
  const week = weekOf(now)
  const before = shiftWorkdays(dayNumber(now), -1, calendar)
  return before < dayNumber(week.from) ? weekOf(earlier(week.from, 1)) : week
}

/** A week from Monday, and the month so far with the same month of last year beside it. */
export async function weekReport(desk: FactsDesk & Pick<Desk, 'figures'>, person: Person): Promise<string> {
  const span = weekToTell(desk)
  const scope = scopeOf(desk, person, span)
  if (scope.villages.length === 0) return say.nothingOfYours
  const facts = await spanFacts(desk, scope)
  const month = monthName(desk.now)
  const soFar = total(await desk.figures.opened({ ...scope, ...monthOf(month) }))
  const week = [
    ...say.line(1, say.counted(say.told.opened, facts.opened)),
    ...say.line(1, say.counted(say.told.done, facts.done)),
    ...say.line(2, say.rates(facts.rates)),
  ]
  return fit([
    ...say.line(0, say.weekHead(partName(desk, person), span.from, span.to < desk.now ? earlier(span.to, 1) : desk.now)),
    ...(week.length > 0 ? week : say.line(1, say.nothing)),
    ...say.line(3, beside.monthSoFar(say.monthWord(month), soFar, await lastYears(desk, person, month))),
    ...(await backlog(desk, scope)),
    ...say.line(6, say.byVillage(facts.villages.slice(0, VILLAGES))),
    ...(await oldest(desk, scope)),
    ...(await again(desk, scope, month.slice(0, 4))),
  ])
}

async function lastYears(desk: Pick<Desk, 'now' | 'roster' | 'figures'>, person: Person, month: string): Promise<beside.Compared> {
  const scope = scopeOf(desk, person, monthOf(lastYear(month)))
  const over = monthOf(month).to <= desk.now
  const first = await desk.figures.firstRecord(scope)
  if (!first || first >= scope.to) return { over, before: null }
  const [opened, done] = [byKind(await desk.figures.opened(scope)), byKind(await desk.figures.done(scope))]
  return { over, before: { opened, done, rates: await ratesOf(desk, scope) } }
}

/** 超期 and 挂账 as they are at this moment: told of a span that still runs, never of a month that is over. */
async function backlog(desk: FactsDesk & Pick<Desk, 'figures'>, scope: Scope): Promise<say.Line[]> {
  const { figures, now, calendar } = desk
  const named = (t: Parameters<typeof nameOf>[1]) => ({ label: t.label, what: nameOf(desk, t) })
  const { overdue, waiting } = await figures.standing(scope, now)
  const late = (await figures.mostOverdue(scope, now, LISTED)).map((t) => ({
    ...named(t),
    days: workdaysBetween(t.completeBy, now, calendar),
  }))
  const later = (await figures.nextWaiting(scope, LISTED)).flatMap((t) => (t.waiting ? { ...named(t), until: t.waiting.until } : []))
  return [...say.line(3, say.overdueList(total(overdue), late)), ...say.line(4, say.waitingList(total(waiting), later, now))]
}

const oldest = async (desk: Pick<Desk, 'now' | 'roster' | 'figures'>, scope: Scope): Promise<say.Line[]> =>
  say.line(5, say.oldest(await oldMatters(desk, scope), desk.now))

async function again(desk: Pick<Desk, 'now' | 'roster' | 'figures'>, scope: Scope, year: string): Promise<say.Line[]> {
  const word = say.yearWord(year, monthName(desk.now).slice(0, 4))
  return say.line(4.5, say.repeated(await repeatedMatters(desk, scope), word))
}
