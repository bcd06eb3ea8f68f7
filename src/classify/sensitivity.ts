import { type Kind, SENSITIVITIES, type Sensitivity } from '../domain/judgement.ts'
import { wordsBeside } from '../reading/named-words.ts'
import { DANGER_WORDS, EVIDENCE } from './lexicon.ts'
import type { Reading } from './local-model.ts'
import { everyday } from './look-for-danger.ts'

const named = wordsBeside(import.meta.url, 'sensitivity')

interface SensitivityRule {
  sensitivity: Sensitivity
  says: RegExp
  unless?: RegExp
  /** Kinds it can be true of; absent: all. */
  only?: readonly Kind[]
}

/** What must not be told in the group, the gravest first. */
// biome-ignore format: a table, one idea a row
const SENSITIVE: readonly SensitivityRule[] = [
  { sensitivity: 'child', says: named('child') },
  { sensitivity: 'petition', says: named('petition') },
  { sensitivity: 'cadre', says: named('cadre-blamed'), unless: named('cadre-asked') },
  { sensitivity: 'cadre', says: named('cadre') },
  { sensitivity: 'crime', says: named('crime'), unless: named('crime-unless') },
  { sensitivity: 'illness', says: named('illness'), only: ['household'] },
  { sensitivity: 'family', only: ['household'],
    says: named('family') },
]

/**
 * From here on what was learnt keeps a matter out of the group by itself: low, because a secret told is told for good. Of 549
 * plain matters of a village it hid some twenty.
 */
const PROBABLE: Record<Kind, number> = { village: 0.08, neighbour: 0.1, household: 0.07 }
/** Thieves, swindlers and whoever tips rubbish into the river are spoken of aloud in a village. */
const A_CRIME = 0.28
/** These belong to a family; in a matter of the village they are only words. */
const OF_A_FAMILY: readonly Sensitivity[] = ['illness', 'family', 'violence', 'selfharm']

/** Sure enough to make a matter of what else would pass for talk: people whisper of such things. */
const CERTAIN = 0.35
const SOME_SIGN = 0.1
const TALK_FOR_CERTAIN = 0.92
const TOO_SHORT_TO_WHISPER = 8

const sumOf = (learnt: Record<Sensitivity, number>, of: readonly Sensitivity[]) => of.reduce((n, s) => n + learnt[s], 0)

/** Whether a text that passes for talk tells something delicate all the same: sooner where its words say so. */
export function isWhispered(text: string, { sensitivities, kinds }: Pick<Reading, 'sensitivities' | 'kinds'>): boolean {
  if (text.length < TOO_SHORT_TO_WHISPER || kinds.none >= TALK_FOR_CERTAIN) return false
  const learnt = sumOf(sensitivities, SENSITIVITIES)
  return learnt >= CERTAIN || (learnt >= SOME_SIGN && saidSensitivity(text, 'village') !== null)
}

/** The words of the lexicon that keep a matter quiet though nobody is in danger now: violence only where it is a family's. */
const OF_THE_LEXICON = ['selfharm', 'violence'] as const

function fromLexicon(text: string, kind: Kind): Sensitivity | null {
  const said = everyday(text)
  for (const danger of OF_THE_LEXICON) {
    const words = DANGER_WORDS.find((w) => w.danger === danger)
    if (!words || (danger === 'violence' && kind !== 'household')) continue
    const told = words.cut ? said.replace(words.cut, ' ') : said
    if (words.unless?.test(told)) continue
    const blow = danger === 'violence' && EVIDENCE.get('hits')?.test(told)
    if (blow || words.plain.phrases?.test(told) || words.hint.phrases?.test(told)) return danger
  }
  return null
}

/** Why it must stay between the reporter and those who handle it, by its words alone. */
export const saidSensitivity = (text: string, kind: Kind): Sensitivity | null =>
  fromLexicon(text, kind) ??
  SENSITIVE.find((s) => (!s.only || s.only.includes(kind)) && s.says.test(text) && !s.unless?.test(text))?.sensitivity ??
  null

/** The same by its words, or by what was learnt. */
export function findSensitivity(text: string, kind: Kind, learnt: Record<Sensitivity, number>): Sensitivity | null {
  const said = saidSensitivity(text, kind)
  if (said) return said
  const possible = SENSITIVITIES.filter(
    (s) => (kind === 'household' || !OF_A_FAMILY.includes(s)) && (kind !== 'village' || s !== 'crime' || learnt.crime >= A_CRIME),
  )
  return sumOf(learnt, possible) >= PROBABLE[kind] ? possible.reduce((a, b) => (learnt[b] > learnt[a] ? b : a)) : null
}
