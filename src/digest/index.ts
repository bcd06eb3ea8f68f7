import { isCadre, type Person } from '../domain/people.ts'
import { townNode, villagesOf } from '../domain/roster.ts'
import type { Desk } from '../ports/desk.ts'
import { placeName } from '../tickets/facts.ts'
import * as say from '../wording/digests.ts'
import { pendingDecisions } from './decisions.ts'
import { kinds, scopeOf, tellSpan, total } from './figures.ts'
import { dayOf, lastYear, monthName, monthOf, weekOf } from './span.ts'

export { type Decision, pendingDecisions } from './decisions.ts'

const SHOWN = 9

/** The day's one message to a leader, for their part of the tree: first what needs their decision. Null when there is nothing. */
export async function dayDigest(desk: Desk, leader: Person): Promise<string | null> {
  const decisions = await pendingDecisions(desk, leader)
  const told = await tellSpan(desk, scopeOf(desk, leader, dayOf(desk.now)), '今天')
  if (decisions.length === 0 && !told.happened) return null
  return say.fit([{ text: say.heading(desk.roster.townName, desk.now), rank: 0 }, ...decisionLines(decisions), ...told.lines])
}

const decisionLines = (decisions: Awaited<ReturnType<typeof pendingDecisions>>): say.Line[] =>
  decisions.length === 0
    ? []
    : [
        { text: say.decisionsHead, rank: 0 },
        ...decisions.slice(0, SHOWN).map((d, i) => ({ text: say.decisionLine(d.n, d.text, d.command), rank: i < 3 ? 0.5 : 6 })),
      ]

export async function weekReport(desk: Desk, reader: Person): Promise<string> {
  const span = weekOf(desk.now)
  const told = await tellSpan(desk, scopeOf(desk, reader, span), '本周')
  const head = say.weekHead(desk.roster.townName, span.from, desk.now)
  return say.fit([{ text: head, rank: 0 }, ...(told.lines.length > 0 ? told.lines : [{ text: say.nothing, rank: 1 }])])
}

/** A month with the same month of last year beside it. */
export async function monthReport(desk: Desk, reader: Person, month = monthName(desk.now)): Promise<string> {
  const scope = scopeOf(desk, reader, monthOf(month))
  const told = await tellSpan(desk, scope, '本月')
  const before = total(kinds(await desk.figures.opened(scopeOf(desk, reader, monthOf(lastYear(month))))))
  const everBefore =
    total(kinds(await desk.figures.opened(scopeOf(desk, reader, { from: new Date(0), to: monthOf(lastYear(month)).to })))) > 0
  const waiting = say.waitingList((await desk.figures.waiting(scope)).length)
  return say.fit([
    { text: say.monthHead(desk.roster.townName, month), rank: 0 },
    { text: say.total(told.opened, say.besideLastYear(total(told.opened), everBefore ? before : null)), rank: 1 },
    ...told.lines,
    ...(waiting ? [{ text: waiting, rank: 3 }] : []),
  ])
}

/** 统计: the month so far of the speaker's own village, or of the town. */
export async function statistics(desk: Desk, person: Person): Promise<string> {
  const month = monthName(desk.now)
  const told = await tellSpan(desk, scopeOf(desk, person, monthOf(month)), '本月')
  const [only, second] = isCadre(person) ? villagesOf(desk.roster, person) : []
  const place = placeName(desk.roster, only && !second ? only : townNode(desk.roster))
  return say.fit([
    { text: say.statisticsHead(place, month), rank: 0 },
    ...(told.lines.length > 0 ? told.lines : [{ text: say.nothing, rank: 1 }]),
  ])
}
