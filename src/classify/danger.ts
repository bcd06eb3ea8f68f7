import { atHome, DANGERS, type Danger } from '../domain/judgement.ts'
import { isGrave } from './lexicon.ts'
import type { Reading } from './local-model.ts'
import type { Sights } from './look-for-danger.ts'

/** `danger`: people are called and told at once. `hint`: the duty cadre is asked for a look, nobody else hears of it. */
export interface DangerFound {
  danger: Danger
  level: 'danger' | 'hint'
  /** Probability that somebody may come to harm. */
  sure: number
  words: readonly string[]
}

const SAID_OUTRIGHT = 0.97
/**
 * How much the reader has to believe of what the words say. Under this they stand there by accident: 他砍我家的树. Of what happens
 * at home nearly nothing is needed, for a miss there costs a life and a call only a telephone call.
 */
const NOT_BY_ACCIDENT = { home: { plain: 0.002, hint: 0.006 }, loud: { plain: 0.02, hint: 0.015 } }
/**
 * From here on the reader's own sense of a line is worth a look of the duty cadre, though no word says it: more is needed where
 * something tells that nobody has to run, less where it is surely no talk. Never more than a look.
 */
const SENSED = { otherwise: 0.65, calm: 0.9, noTalk: { otherwise: 0.3, calm: 0.6 } }
const NO_TALK = 0.05
/** What is so surely talk has the words of a danger by accident: a computer that 中毒了. */
const SURELY_TALK = 0.9

const likeliest = (dangers: Reading['dangers']): Danger => DANGERS.reduce((a, b) => (dangers[b] > dangers[a] ? b : a), DANGERS[0])

/**
 * A danger to somebody now. Only words of that very danger raise an alarm; what was learnt may doubt them, and may by itself
 * do no more than ask for a look.
 */
export function findDanger(
  { looked, calm, kinds: seen }: Sights,
  { dangers, kinds }: Pick<Reading, 'dangers' | 'kinds'>,
): DangerFound | null {
  const sure = DANGERS.reduce((sum, d) => sum + dangers[d], 0)
  if (looked && kinds.none <= SURELY_TALK) {
    const { danger, words, level, outright } = looked
    const home = atHome(danger) !== null
    const bars = home ? NOT_BY_ACCIDENT.home : NOT_BY_ACCIDENT.loud
    const needed = level === 'plain' || (home && outright) ? bars.plain : bars.hint
    if (sure >= needed) return level === 'plain' ? { danger, level: 'danger', sure: SAID_OUTRIGHT, words } : { danger, level, sure, words }
  }
  const danger = likeliest(dangers)
  const quiet = calm.filter((c) => !c.except.includes(danger)).length > 0
  const hint: DangerFound = { danger, level: 'hint', sure, words: [] }
  if (kinds.none <= NO_TALK && sure >= (quiet ? SENSED.noTalk.calm : SENSED.noTalk.otherwise)) return hint
  // 没着火 and a film end it; 我在桥上了 has somebody and a place, and nothing that could hurt.
  if (calm.some((c) => !c.except.includes(danger) && !c.yields && !c.softens) || !seen.some(isGrave)) return null
  return sure >= (quiet ? SENSED.calm : SENSED.otherwise) ? hint : null
}
