import type { Person } from '../domain/people.ts'
import { dayOf, sinceLastDigest } from '../domain/span.ts'
import type { Desk } from '../ports/desk.ts'
import * as say from '../wording/digests.ts'
import { pendingDecisions } from './decisions.ts'
import { byKind, oldMatters, repeatedMatters, spanFacts, standingNow } from './figures.ts'
import { fit } from './fit.ts'
import { measuresOfDay } from './measures.ts'
import { partName, scopeOf } from './part.ts'

/** What one looks at on a phone without scrolling. */
const DECISIONS = 6
const VILLAGES = 4

/** The day's one message to a leader, for their part of the tree: first what needs their decision. Null when there is nothing. */
export async function dayDigest(desk: Desk, leader: Person): Promise<string | null> {
  const scope = scopeOf(desk, leader, dayOf(desk.now))
  const decisions = await pendingDecisions(desk, leader, DECISIONS)
  const earlier = { ...scope, ...sinceLastDigest(desk.now, desk.settings.digestAt, desk.calendar) }
  // First responses fall due at 18:00 and so do silent closures, after the digest: whatever came since the last one is in this one.
  const today = await spanFacts(desk, scope, { ...scope, from: earlier.from, to: desk.now })
  const [opened, done] = [byKind(await desk.figures.opened(earlier)), byKind(await desk.figures.done(earlier))]
  const lines = [
    ...say.line(2.1, say.happened(say.spans.today, today.opened, today.done)),
    ...say.line(2.2, say.happened(say.spans.sinceLast, opened, done)),
  ]
  const measures = await measuresOfDay(desk, leader)
  const stands = await standingNow(desk, scope)
  if (stands.overdue + decisions.tickets.length + lines.length + measures.decide.length + measures.tell.length === 0) return null
  return fit([
    ...say.line(0, say.heading(partName(desk, leader), desk.now)),
    ...say.decisionLines(decisions.first, decisions.tickets.length, measures.decide),
    ...lines,
    ...say.line(2.15, say.standing(stands.overdue, stands.sinceToday, stands.waiting)),
    ...say.line(3, say.rates(today.rates)),
    ...say.line(6, say.byVillage(today.villages.slice(0, VILLAGES))),
    ...say.line(4, say.oldest(await oldMatters(desk, scope), desk.now)),
    ...say.line(5, say.repeated(await repeatedMatters(desk, scope))),
    ...measures.tell,
  ])
}
