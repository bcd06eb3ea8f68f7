import type { Duty } from '../domain/duty.ts'
import { atHome, type Judgement, KINDS } from '../domain/judgement.ts'
import { ALONE, type Talk } from '../domain/talk.ts'
import { wordsBeside } from '../reading/named-words.ts'
import { asksHow } from './asks-how.ts'
import { type DangerFound, findDanger } from './danger.ts'
import { dutyOf } from './duty-of.ts'
import { featuresOf } from './features.ts'
import { isHazard } from './hazard.ts'
import type { LocalModel, Reading } from './local-model.ts'
import { outcomeOf } from './outcome.ts'
import { placesIn } from './places.ts'
import { isPlainlyChat, looksLikeNotice } from './plain-chat.ts'
import { dangerReason, evidenceReason, matterReason, talkReason } from './reasons.ts'
import { dutyOfDanger, kindOfDanger } from './rules.ts'
import { findSensitivity, isWhispered } from './sensitivity.ts'
import { loadModel } from './shipped-weights.ts'
import { tidy } from './tidy.ts'
import { titleOf } from './title.ts'

const said = wordsBeside(import.meta.url, 'classify')

const RULES = 'rules-2'

export interface Classifier {
  /** `talk`: what is known of the conversation; without it the line stands alone. */
  judge(text: string, talk?: Talk): Judgement
}

let loaded: LocalModel | null = null
/** The weights that come with the product are read once. */
export const shipped = (): LocalModel => (loaded ??= loadModel())

export interface Township {
  duties: readonly Duty[]
  places: readonly string[]
  /** The model of this moment: a township's own may take its place at any time. */
  inUse?(): LocalModel
}

/** A whisper is not sure enough to be opened by itself: the clerk is asked. */
const WORTH_ASKING = 0.5

/** From here on it is plainly told as a family's matter. */
const BEHIND_DOORS = 0.5

const MY_NUMBER = said('my-number')

/** Another household has a hand in it. */
const OTHER_SIDE = said('other-side')

// biome-ignore format: one thing
const NOTHING: Omit<Judgement, 'places' | 'reason' | 'confidence' | 'matter' | 'version'> = { kind: 'none', duty: null, danger: null, hint: null, sensitivity: null, hazard: false, title: '', outcome: 'leave', evidence: [], asks: false }

/** Makes the reader of one township: rules for plain chat and for what cries for help, the local model for all. */
export function createClassifier({ duties, places: names, inUse = shipped }: Township): Classifier {
  const placeNames = [...new Set(names)]

  function inDanger(
    text: string,
    { danger, sure, words }: DangerFound,
    places: string[],
    { sensitivities }: Reading,
    version: string,
  ): Judgement {
    const kind = kindOfDanger(danger, text)
    const code = dutyOfDanger(danger, kind, text)
    const duty = duties.find((d) => d.code === code)
    // A fire is told aloud, whoever is to blame for it.
    const sensitivity = atHome(danger) ?? (kind === 'village' ? null : findSensitivity(text, kind, sensitivities))
    return {
      kind,
      duty: duty || duties.length === 0 ? code : null,
      places,
      danger,
      hint: null,
      sensitivity,
      hazard: false,
      title: titleOf({ text, kind, duty: code, short: duty?.short ?? null, danger, sensitivity, places, words: [] }),
      reason: dangerReason(danger),
      confidence: sure,
      matter: 0.99,
      outcome: 'open',
      evidence: [...words],
      asks: false,
      version,
    }
  }

  function judge(whole: string, talk: Talk = ALONE): Judgement {
    // 打我电话139…: whoever tells a matter says where they are reached; of a number alone advertisements are known.
    const tidied = tidy(whole)
    const text = tidied.replace(MY_NUMBER, '') || tidied
    const places = placesIn(text, placeNames)
    if (!talk.matter && (looksLikeNotice(text) || isPlainlyChat(text)))
      return { ...NOTHING, places, reason: talkReason(text), confidence: 0.97, matter: 0.02, version: RULES }
    const { version, read, speaksFor } = inUse()
    const features = featuresOf(text)
    const reading = read(features)
    const found = findDanger(features.sights, reading)
    if (found?.level === 'danger') return inDanger(text, found, places, reading, `${RULES} ${version}`)
    const hint = found?.danger ?? null
    // What is whispered of a home becomes no ticket, no list line and no question; one person looks. Where no word whispers and a
    // household's matter is told, it goes its own way behind doors, and one person looks all the same.
    if (found && hint && atHome(hint) && (found.words.length > 0 || reading.kinds.household < BEHIND_DOORS)) {
      const like = inDanger(text, found, places, reading, version)
      return { ...like, danger: null, hint, matter: found.sure, outcome: 'leave' }
    }
    const { kinds } = reading
    // Three small doubts about the level are still one strong sign that it is a matter.
    const whispered = kinds.none >= 0.5 && isWhispered(text, reading)
    const likeliest = kinds.none >= 0.5 && !whispered && !talk.matter ? 'none' : KINDS.reduce((a, b) => (kinds[b] > kinds[a] ? b : a))
    // 停水了: whose doing it is nobody says, so it is everybody's.
    const between = talk.quarrel && likeliest === 'village' ? 'neighbour' : likeliest
    const kind = between === 'neighbour' && !talk.quarrel && features.pointed.cutOff && !OTHER_SIDE.test(text) ? 'village' : between
    const matter = Math.min(1, Math.max(whispered ? WORTH_ASKING : 0, 1 - kinds.none))
    const { pointed } = features
    const outcome = outcomeOf({ text, matter: 1 - kinds.none, evidence: pointed, talk, whispered })
    const evidence = pointed.words
    const asks = asksHow(text)
    if (kind === 'none') {
      const reason = outcome === 'leave' || evidence.length === 0 ? talkReason(text) : evidenceReason(evidence)
      return { ...NOTHING, hint, places, reason, confidence: kinds.none, matter, outcome, evidence, asks, version }
    }
    const { code, short, words } = dutyOf(text, kind, duties, reading.duties(kind))
    const sensitivity = (hint && atHome(hint)) ?? findSensitivity(text, kind, reading.sensitivities)
    return {
      kind,
      duty: code,
      places,
      danger: null,
      hint,
      sensitivity,
      title: titleOf({ text, kind, duty: code, short, danger: null, sensitivity, places, words }),
      reason: matterReason(text, [...evidence, ...words], (topic) => speaksFor(`#${topic}`, kind), places),
      confidence: Math.min(1, talk.matter ? kinds[kind] / Math.max(kinds[kind], 1 - kinds.none) : kinds[kind]),
      matter,
      outcome,
      evidence,
      hazard: kind === 'village' && isHazard(text, features.sights),
      asks,
      version,
    }
  }

  return { judge }
}
