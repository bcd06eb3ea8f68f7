import { createClassifier } from '../../src/classify/classify.ts'
import { learnAnew } from '../../src/classify/learn-anew.ts'
import { type LocalModel, openModel } from '../../src/classify/local-model.ts'
import { shippedExamples } from '../../src/classify/shipped-examples.ts'
import { shippedWeights } from '../../src/classify/shipped-weights.ts'
import type { LabelledText } from '../../src/domain/example.ts'
import type { Judgement } from '../../src/domain/judgement.ts'
import { together } from '../../src/learning/retrain.ts'
import { sampleDuties } from '../../src/roster/duty-list.ts'
import { heldBackVoices, type Marked } from './marked.ts'

const WEEKS = 4
const DAYS = 7
/** The newest days are not learnt from: what becomes a matter may still do so. */
const SETTLED = 2
/** What a clerk of a village reads in a day, times the villages that talk so much: the rest of the list lapses unanswered. */
const ANSWERED_A_DAY = 10

export interface Week {
  week: number
  /** Lines of talk, and what became of them. */
  talk: number
  opened: number
  listed: number
  matters: number
  mattersOpened: number
  mattersSeen: number
  /** Of matters told by voices that nobody here has heard: how many this week's reader opens, and how many anybody sees. */
  yardstick: { all: number; opened: number; seen: number }
  /** Lines of talk and words of cadres that the reader of this week had learnt from. */
  learntFrom: number
}

const portion = <T>(all: readonly T[], part: number, of: number): T[] => all.filter((_, n) => Math.floor((n * of) / all.length) === part)
/** Matters lie in the file by kind; each day has some of each. */
const strewn = (all: readonly Marked[], part: number, of: number): Marked[] => all.filter((_, n) => n % of === part)

/** The same matters each week, so that a week is not better by having had easier ones. */
function onYardstick(judge: (text: string) => Judgement): Week['yardstick'] {
  const judged = heldBackVoices()
    .filter((e) => e.kind !== 'none' && e.danger === null)
    .map((e) => judge(e.text))
  const counted = (of: readonly Judgement['outcome'][]) => judged.filter((j) => of.includes(j.outcome)).length
  return { all: judged.length, opened: counted(['open']), seen: counted(['open', 'list', 'ask']) }
}

/** Four weeks of one township: judged day by day, learnt from at the end of each week. */
export function* fourWeeks(talk: readonly string[], labelled: readonly Marked[], learning: boolean): Generator<Week> {
  const matters = labelled.filter((m) => m.gold !== 'none')
  const base = shippedWeights()
  const shipped = shippedExamples()
  let model: LocalModel = openModel(base)
  const { judge } = createClassifier({ duties: sampleDuties, places: [], inUse: () => model })
  const idle: { text: string; day: number }[] = []
  const taught: LabelledText[] = []
  let learntFrom = 0
  for (let week = 0; week < WEEKS; week++) {
    const told: Week = {
      week: week + 1,
      talk: 0,
      opened: 0,
      listed: 0,
      matters: 0,
      mattersOpened: 0,
      mattersSeen: 0,
      learntFrom,
      yardstick: onYardstick(judge),
    }
    for (let day = week * DAYS; day < (week + 1) * DAYS; day++) {
      let answered = 0
      for (const text of portion(talk, day, WEEKS * DAYS)) {
        const { outcome, danger, hint, sensitivity } = judge(text)
        told.talk += 1
        if (outcome === 'open' || danger) told.opened += 1
        else if (outcome !== 'leave') told.listed += 1
        // 不是事 of a wrong ticket, 都不是 of the list.
        if (outcome === 'open' || (outcome !== 'leave' && answered++ < ANSWERED_A_DAY)) taught.push({ text, kind: 'none', duty: null })
        else if (outcome === 'leave' && !danger && !hint && !sensitivity) idle.push({ text, day })
      }
      for (const { text, gold } of strewn(matters, day, WEEKS * DAYS)) {
        const { outcome, danger, duty } = judge(text)
        told.matters += 1
        if (outcome === 'open' || danger) told.mattersOpened += 1
        if (outcome !== 'leave' || danger) told.mattersSeen += 1
        // 是, or a number of the list; what nobody noticed is taken for talk like the rest.
        if (outcome === 'leave' && !danger) idle.push({ text, day })
        else if (outcome !== 'open') taught.push({ text, kind: gold, duty })
      }
    }
    yield told
    const settled = idle.filter((line) => line.day < (week + 1) * DAYS - SETTLED).map((line) => line.text)
    if (!learning || week === WEEKS - 1) continue
    model = openModel(learnAnew(base, together(shipped, taught, settled), `week-${week + 1}`, 'kinds'))
    learntFrom = settled.length + taught.length
  }
}
