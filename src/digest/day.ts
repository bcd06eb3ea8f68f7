import type { Person } from '../domain/people.ts'
import type { Desk } from '../ports/desk.ts'
import * as say from '../wording/digests.ts'
import { pendingDecisions } from './decisions.ts'
import { byKind, oldMatters, repeatedMatters, spanFacts } from './figures.ts'
import { fit } from './fit.ts'
import { partName, scopeOf } from './part.ts'
import { dayOf, sinceLastDigest } from './span.ts'

/** What one looks at on a phone without scrolling. */
const DECISIONS = 6
const VILLAGES = 4

const NONE: say.Counts = { village: 0, neighbour: 0, household: 0 }

/** The day's one message to a leader, for their part of the tree: first what needs their decision. Null when there is nothing. */
export async function dayDigest(desk: Desk, leader: Person): Promise<string | null> {
  const scope = scopeOf(desk, leader, dayOf(desk.now))
  const decisions = await pendingDecisions(desk, leader)
  const today = await spanFacts(desk, scope)
  const earlier = { ...scope, ...sinceLastDigest(desk.now, desk.settings.digestAt, desk.calendar) }
  const [opened, done] = [byKind(await desk.figures.opened(earlier)), byKind(await desk.figures.done(earlier))]
  const lines = [
    ...say.line(2.1, say.happened('今天', today.opened, today.done, today.overdue)),
    ...say.line(2.2, say.happened('上次日报后', opened, done, NONE)),
  ]
  if (decisions.length + lines.length === 0) return null
  return fit([
    ...say.line(0, say.heading(partName(desk, leader), desk.now)),
    ...say.decisionLines(decisions, DECISIONS),
    ...lines,
    ...say.line(3, say.rates(today.rates)),
    ...say.line(6, say.byVillage(today.villages.slice(0, VILLAGES))),
    ...say.line(4, say.oldest(await oldMatters(desk, scope), desk.now)),
    ...say.line(5, say.repeated(await repeatedMatters(desk, scope))),
  ])
}
