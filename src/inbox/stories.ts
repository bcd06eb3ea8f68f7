import { isMeToo } from '../classify/follow-up.ts'
import { LEFT, LISTED } from '../domain/clerk-list.ts'
import { HOUR_MS, MINUTE_MS } from '../domain/durations.ts'
import type { ClosedReport } from '../ports/desk.ts'
import { textOf } from '../tickets/is-matter.ts'
import { sharedWords } from './shared-words.ts'

/** What one person told of one thing, perhaps in several breaths. */
export interface Story {
  reports: ClosedReport[]
  text: string
  /** How likely it is a matter; to be compared, not a probability. */
  score: number
}

/** Told on so much later without a word of it, it is another story. */
const TOLD_ON_MINUTES = 10
/** What nobody would take up by itself goes with what was told right before it. */
const RIGHT_AFTER_MINUTES = 2
/** What speaks of it in its own words may come much later. */
const LATER_HOURS = 3
/** Others who take up what was told do so at once. */
const ECHO_MINUTES = 3
/** What the reader makes next to nothing of is no part of a story by itself. */
export const LEAST = 0.2
const LISTED_BY_READER = 0.6
const LEFT_ALONE = 0.5
/** What each further line adds. */
const BREATH = 0.2
const MOST_BREATHS = 5
/** What another's word on the same thing is worth. */
const ECHO = 0.2
/** So likely a story must be to be shown at all. */
const WORTH_SHOWING = 0.5

const endOf = (report: ClosedReport): number => report.messages.at(-1)?.at.getTime() ?? report.openedAt.getTime()

/** Whether another takes up what was told here: 我这达也红着呢, or in words of it. */
function echoes(report: ClosedReport, others: readonly ClosedReport[]): number {
  const told = textOf(report)
  const people = others.filter((o) => {
    if (o.person === report.person || o.openedAt < report.openedAt) return false
    if (o.openedAt.getTime() > endOf(report) + ECHO_MINUTES * MINUTE_MS) return false
    const said = textOf(o)
    return isMeToo(said) || sharedWords(said, told) > 0
  })
  return new Set(people.map((o) => o.person)).size
}

/** What the reader would list comes before what it would leave, be that ever so like a matter in its words. */
function weightOf(report: ClosedReport, others: readonly ClosedReport[]): number {
  const { matter, outcome } = report.judgement ?? { matter: 0, outcome: 'leave' }
  const own = outcome === 'leave' ? matter * LEFT_ALONE : LISTED_BY_READER + matter * (1 - LISTED_BY_READER)
  return own + ECHO * Math.min(2, echoes(report, others))
}

interface Growing {
  reports: ClosedReport[]
  score: number
  until: number
}

/** Said on soon after it, or in words of it: more of the same story. */
function goesOn(growing: Growing, report: ClosedReport, minutes: number): boolean {
  const silent = report.openedAt.getTime() - growing.until
  if (silent > LATER_HOURS * HOUR_MS) return false
  return silent <= minutes * MINUTE_MS || sharedWords(textOf(report), growing.reports.map(textOf).join('\n')) > 0
}

function storiesOf(mine: readonly ClosedReport[], all: readonly ClosedReport[]): Growing[] {
  const stories: Growing[] = []
  for (const report of mine) {
    if (report.taken || (report.outcome !== LISTED && report.outcome !== LEFT)) continue
    const weight = weightOf(report, all)
    const tells = weight >= LEAST
    const last = stories.findLast((s) => goesOn(s, report, tells ? TOLD_ON_MINUTES : RIGHT_AFTER_MINUTES))
    if (last) {
      last.reports.push(report)
      if (tells) last.score = Math.max(last.score, weight) + LEAST / 2
      last.until = endOf(report)
    } else if (tells) stories.push({ reports: [report], score: weight, until: endOf(report) })
  }
  return stories
}

/** The stories of one conversation that may be matters, the likeliest first; nothing in them belongs to a ticket yet. */
export function storiesIn(conversation: readonly ClosedReport[]): Story[] {
  return [...Map.groupBy(conversation, (r) => r.person).values()]
    .flatMap((mine) => storiesOf(mine, conversation))
    .map(({ reports, score }) => {
      const text = reports.map(textOf).join('\n')
      // Jokes are made in one line; who has something on their mind says on.
      const breaths = Math.min(MOST_BREATHS, text.split('\n').length) - 1
      return { reports, score: score + breaths * BREATH, text }
    })
    .filter((s) => s.score >= WORTH_SHOWING)
    .sort((a, b) => b.score - a.score)
}
