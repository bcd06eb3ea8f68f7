import type { Duty } from '../domain/duty.ts'
import type { Judgement } from '../domain/judgement.ts'
import { graver } from '../domain/second-opinion.ts'
import { wordsBeside } from '../reading/named-words.ts'
import { titleOf } from './title.ts'

const said = wordsBeside(import.meta.url, 'letter')

type Read = (text: string) => Judgement

/** Shorter than this, one thing is told; in more, people say who they are, what happened, whom they asked and what they want. */
const LONG = 60
const SENTENCE_ENDS = /(?<=[。！!？?；;\n])/u
/** A thing, and what is wrong with it. */
const BOTH = 2
const SURE = 0.9
/** Who says it and to whom: it is told, and not what. */
const ONLY_TOLD = said('only-told', 'start')
const LONGEST_PLACE = 10
/** Past this nobody asks for anything new. */
const READ_AT_MOST = 2000
const MOST_SENTENCES = 40

export interface Claim {
  text: string
  judgement: Judgement
}

/** A long text, cut into what is claimed. */
export interface Letter {
  /** The whole as its first claim would have it. */
  first: Judgement
  /** What else is claimed, each of another duty. */
  others: Claim[]
}

const isClaim = ({ kind, duty, outcome, evidence, confidence, sensitivity }: Judgement): boolean =>
  kind !== 'none' &&
  duty !== null &&
  !duty.endsWith('-OTHER') &&
  outcome === 'open' &&
  // How somebody behaved over it belongs to the matter and makes it a complaint; it is not another one.
  sensitivity !== 'cadre' &&
  confidence >= SURE &&
  evidence.length >= BOTH &&
  evidence.some((word) => !ONLY_TOLD.test(word))

/** What somebody has a right to, and that it stopped or never came: whose fault it is said to be changes nothing of what is asked for. */
const WITHHELD = said('withheld')

function withheld(sentence: string, duties: readonly Duty[], read: Read): Claim | null {
  if (!WITHHELD.test(sentence)) return null
  const named = duties
    .filter((d) => d.kind === 'household' && !d.code.endsWith('-OTHER'))
    .flatMap((duty) => duty.words.filter((word) => word.length > 1 && sentence.includes(word)).map((word) => ({ duty, word })))
    .sort((a, b) => b.word.length - a.word.length)[0]
  if (!named) return null
  const { code: duty, kind, short } = named.duty
  const like = read(sentence)
  const told = { text: sentence, kind, duty, short, danger: null, sensitivity: null, places: like.places, words: [named.word] }
  return {
    text: sentence,
    judgement: { ...like, kind, duty, title: titleOf(told), sensitivity: graver('family', like.sensitivity), outcome: 'open' },
  }
}

/** The place is mostly said where people say who they are: 我是坪头村三社的. */
function withPlace(text: string, { places }: Judgement, claim: Judgement, read: Read): Judgement {
  const [place] = claim.places.length > 0 ? [] : places
  if (place === undefined || place.length > LONGEST_PLACE) return claim
  const placed = read(`${place}，${text}`)
  return placed.duty === claim.duty && placed.kind === claim.kind ? placed : claim
}

/**
 * What a letter asks for first counts, be the rest ever so long; what it claims besides is told apart. Null for what is no letter,
 * or where no sentence claims anything by itself: then the whole is read as one.
 */
export function readLetter(text: string, read: Read, duties: readonly Duty[]): Letter | null {
  if (text.length < LONG) return null
  const whole = read(text)
  if (whole.danger || whole.hint || whole.kind === 'none') return null
  const sentences = text
    .slice(0, READ_AT_MOST)
    .split(SENTENCE_ENDS)
    .slice(0, MOST_SENTENCES)
    .map((s) => s.trim())
  const claims: Claim[] = []
  for (const text of sentences.filter((s) => s !== '')) {
    const owed = withheld(text, duties, read)
    const judgement = read(text)
    if (owed) claims.push(owed)
    else if (isClaim(judgement)) claims.push({ text, judgement })
    // What the whole is about may be said a little at a time.
    else if (judgement.duty === whole.duty && judgement.outcome === 'open') claims.push({ text, judgement: whole })
  }
  const [head] = claims
  if (!head) return null
  const first = head.judgement === whole ? whole : withPlace(head.text, whole, head.judgement, read)
  const apart = claims.filter(({ judgement }, n) => claims.findIndex((c) => c.judgement.duty === judgement.duty) === n).slice(1)
  return {
    first: {
      ...first,
      places: [...new Set([...first.places, ...whole.places])],
      // The whole of it is kept with the matter, so that whatever must not be spoken of in any of it is not.
      sensitivity: claims.reduce((grave, c) => graver(grave, c.judgement.sensitivity), graver(whole.sensitivity, first.sensitivity)),
      outcome: whole.outcome,
      matter: whole.matter,
      hazard: claims.some((c) => c.judgement.hazard) || whole.hazard,
    },
    others: apart
      .filter((c) => c.judgement !== whole)
      .map((claim) => ({ text: claim.text, judgement: withPlace(claim.text, whole, claim.judgement, read) })),
  }
}
