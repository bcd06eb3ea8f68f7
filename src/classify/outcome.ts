import type { Outcome } from '../domain/judgement.ts'
import type { Talk } from '../domain/talk.ts'
import { wordsBeside } from '../reading/named-words.ts'
import { doubtsOf } from './conversation.ts'
import type { Evidence, Strength } from './evidence.ts'

const named = wordsBeside(import.meta.url, 'outcome')

interface Seen {
  text: string
  /** What the reader makes of the words: the probability of a matter if half of what is said were one. */
  matter: number
  evidence: Pick<Evidence, 'strength' | 'against'>
  talk: Talk
  /** It passes for talk and tells something delicate. */
  whispered?: boolean
}

/** Of some 500 lines that are said in a village one is a matter. */
const SELDOM = Math.log(1 / 500)
/**
 * What the evidence adds, in logits: about how much oftener it stands in a matter than in talk. Their order was counted on our own
 * examples, which hold more hard talk than people talk; how high they stand was set once on real talk as a whole.
 */
const WEIGHT: Record<Strength, number> = { plain: 4.7, partly: 2.9, little: 0.4, none: -1 }
const TOLD_OF_ELSEWHERE = 0.7
/** However sure the words make it: half of what can be pointed at opens nothing that is told of elsewhere. */
const MOST_BY_WORDS = 5
/** 二十组路灯不亮了: who names the 社 beside thing and trouble reports. */
const NAMES_THE_PLACE = 0.6
/** 问个事 is put to the others first: who is answered by them has no matter. */
const ASKED_AROUND = 0.8
/** Three to one that it is a matter, if all that was counted is independent; it is not quite. */
const OPEN_FROM = 1.35
/** One in twenty-five: the clerk reads it in a second, and the list is short. */
const LIST_FROM = -3.1
/** What is whispered is listed sooner, for it is never said plainly. */
const WHISPERED_FROM = -5.5
/** Whoever speaks to the bot has come with something. */
const TO_THE_BOT = { open: 0.85, withEvidence: -1, list: -2 }
/** Asked at once, where it cannot wait and is likely enough. */
const ASK_FROM = -1.5
const CANNOT_WAIT = named('cannot-wait')
const NUMBERED = named('numbered')
const ASKS_AROUND = named('asks-around')

const logit = (p: number): number => Math.log(Math.max(p, 1e-9) / Math.max(1 - p, 1e-9))

/** How likely it is that somebody wants something done, in logits, for a line among others. */
export function standing({ text, matter, evidence, talk }: Seen): number {
  const place = evidence.strength === 'plain' && NUMBERED.test(text) ? NAMES_THE_PLACE : 0
  const weight = WEIGHT[evidence.strength] + place - (evidence.against ? TOLD_OF_ELSEWHERE : 0)
  return Math.min(logit(matter), MOST_BY_WORDS) + SELDOM + weight - doubtsOf(text, talk) - (ASKS_AROUND.test(text) ? ASKED_AROUND : 0)
}

/** A ticket opens by itself only where reader, evidence and conversation agree; what lacks one of them is listed. */
export function outcomeOf(seen: Seen): Outcome {
  const { text, matter, evidence, talk, whispered } = seen
  if (talk.toBot) {
    const said = logit(matter)
    const pointed = evidence.strength === 'plain' || evidence.strength === 'partly'
    if (said >= (pointed ? TO_THE_BOT.withEvidence : TO_THE_BOT.open)) return 'open'
    return pointed || said >= TO_THE_BOT.list ? 'list' : 'leave'
  }
  const stands = standing(seen)
  if (stands >= OPEN_FROM) return 'open'
  if (whispered) return stands >= WHISPERED_FROM ? 'list' : 'leave'
  if (stands < LIST_FROM) return 'leave'
  return stands >= ASK_FROM && !evidence.against && CANNOT_WAIT.test(text) ? 'ask' : 'list'
}
