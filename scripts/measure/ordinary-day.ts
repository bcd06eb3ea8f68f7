import { createClassifier } from '../../src/classify/classify.ts'
import { featuresOf } from '../../src/classify/features.ts'
import type { Label } from '../../src/classify/local-model.ts'
import { standing } from '../../src/classify/outcome.ts'
import { tidy } from '../../src/classify/tidy.ts'
import type { Judgement } from '../../src/domain/judgement.ts'
import { ALONE } from '../../src/domain/talk.ts'
import { sampleDuties } from '../../src/roster/duty-list.ts'

/** A line that sounds like danger or is one, and what is owed of it. */
export interface Alarm {
  text: string
  danger: boolean
  private: boolean
}

const { judge } = createClassifier({ duties: sampleDuties, places: [] })
const per1000 = (part: number, whole: number) => ((1000 * part) / Math.max(1, whole)).toFixed(2)
const share = (part: number, whole: number) => (part / Math.max(1, whole)).toFixed(3)
const count = <T>(of: readonly T[], holds: (one: T) => boolean) => of.filter(holds).length

const isLoud = ({ danger, sensitivity }: Judgement) => danger !== null && sensitivity === null

/** What a township's talk would become, per 1,000 lines. */
export function onTalk(lines: readonly string[]): string[] {
  const judged = lines.map((text) => judge(text))
  const of = (outcome: Judgement['outcome']) =>
    per1000(
      count(judged, (j) => j.outcome === outcome && j.danger === null),
      lines.length,
    )
  return [
    `of ${lines.length} lines of talk, per 1,000: opened ${of('open')}, listed ${of('list')}, asked at once ${of('ask')}`,
    `alarms ${per1000(
      count(judged, (j) => j.danger !== null),
      lines.length,
    )}, public ones ${per1000(count(judged, isLoud), lines.length)}, shown to the duty cadre ${per1000(
      count(judged, (j) => j.hint !== null),
      lines.length,
    )}`,
  ]
}

/** How many of the matters are opened at once, and how many anybody sees. */
export function onMatters(texts: readonly { text: string; gold: Label }[]): string {
  const judged = texts.filter((t) => t.gold !== 'none').map((t) => judge(t.text))
  const opened = count(judged, (j) => j.outcome === 'open')
  const seen = count(judged, (j) => j.outcome !== 'leave' || j.danger !== null)
  return `of ${judged.length} matters: opened at once ${share(opened, judged.length)}; opened, listed or asked ${share(seen, judged.length)}`
}

export function onAlarms(lines: readonly Alarm[]): string {
  const judged = lines.map((line) => ({ ...line, found: judge(line.text) }))
  const real = judged.filter((l) => l.danger)
  const hidden = real.filter((l) => l.private)
  const open = real.filter((l) => !l.private)
  const innocent = judged.filter((l) => !l.danger)
  // A hint is a call of the duty cadre too, and always a private one.
  const called = (l: (typeof judged)[number]) => l.found.danger !== null || l.found.hint !== null
  const keptPrivate = count(hidden, (l) => called(l) && !isLoud(l.found))
  return `danger: private ones found and kept private ${share(keptPrivate, hidden.length)}, public ones found ${share(count(open, called), open.length)}, cried out ${count(
    hidden,
    (l) => isLoud(l.found),
  )}, innocent ones called ${share(count(innocent, called), innocent.length)}`
}

const standingOf = (whole: string): number => {
  const text = tidy(whole)
  const features = featuresOf(text)
  // What the judgement reads, not the label: a line of talk may be called a matter and still be left alone.
  return standing({ text, matter: judge(text).matter, evidence: features.pointed, talk: ALONE })
}

const BUDGETS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20]

/** What more tickets in vain would buy: so many wrong ones in 1,000 lines of talk, such a share of the matters. */
export function curve(talk: readonly string[], matters: readonly string[]): string {
  const vain = talk.map(standingOf).sort((a, b) => b - a)
  const real = matters.map(standingOf)
  return BUDGETS.map((budget) => {
    const line = vain[Math.floor((vain.length * budget) / 1000)] ?? Number.NEGATIVE_INFINITY
    return `${budget}: ${share(
      count(real, (s) => s > line),
      real.length,
    )}`
  }).join(', ')
}
