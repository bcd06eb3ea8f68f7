import type { Duty } from '../domain/duty.ts'
import { type Judgement, KINDS } from '../domain/judgement.ts'
import { LABELS, readLocally } from './local-model.ts'
import { placesIn } from './places.ts'
import { dangerOf, isPlainlyChat, looksLikeNotice, sensitivityOf } from './rules.ts'
import { titleOf } from './title.ts'

const LONGEST = 2000
const RULES = 'rules-1'
const LOCAL = 'local-1'

export interface Classifier {
  judge(text: string): Judgement
}

const FALLBACK = { village: 'V-OTHER', neighbour: 'N-OTHER', household: 'H-OTHER' } as const
const DANGER_DUTY = {
  fire: 'V-FIRE',
  flood: 'V-RIVER',
  landslide: 'V-LANDSLIDE',
  gas: 'V-SAFETY',
  collapse: 'V-LANDSLIDE',
  electric: 'V-WIRE',
  brawl: 'V-SAFETY',
  accident: 'V-TRAFFIC',
  missing: 'V-SAFETY',
  violence: 'H-VIOLENCE',
  selfharm: 'H-MIND',
  child: 'H-CHILD',
} as const
const AT_HOME = { violence: 'violence', selfharm: 'selfharm', child: 'child' } as const

const why = (words: readonly string[], places: readonly string[]): string => {
  const said = [...words, ...places].slice(0, 3)
  return said.length > 0 ? `提到${said.join('、')}` : '按整句的说法'
}

/** Makes the reader of one township: rules for emergencies and plain chat, the local model for the rest. */
export function createClassifier({ duties, places: names }: { duties: readonly Duty[]; places: readonly string[] }): Classifier {
  const known = new Set(duties.map((d) => d.code))
  const titled = (text: string, words: readonly string[], places: readonly string[], short: string | null) =>
    titleOf(text, words, places, short)
  return {
    judge(whole) {
      const text = whole.slice(0, LONGEST).normalize('NFKC').trim()
      const places = placesIn(text, names)
      const danger = looksLikeNotice(text) ? null : dangerOf(text)
      if (danger) {
        const atHome = danger in AT_HOME
        const duty = DANGER_DUTY[danger]
        const short = duties.find((d) => d.code === duty)?.short ?? null
        return {
          kind: atHome ? 'household' : 'village',
          duty: known.has(duty) ? duty : null,
          places,
          danger,
          sensitivity: atHome ? AT_HOME[danger as keyof typeof AT_HOME] : null,
          title: titled(text, [], places, short),
          reason: '紧急的话',
          confidence: 0.99,
          matter: 0.99,
          version: RULES,
        }
      }
      if (text === '' || isPlainlyChat(text) || looksLikeNotice(text))
        return {
          kind: 'none',
          duty: null,
          places,
          danger: null,
          sensitivity: null,
          title: '',
          reason: '平常的话或通知',
          confidence: 0.97,
          matter: 0.02,
          version: RULES,
        }
      const { probabilities, duty, words } = readLocally(text, duties)
      const kind = LABELS.reduce((a, b) => (probabilities[b] > probabilities[a] ? b : a))
      const best = KINDS.reduce((a, b) => (probabilities[b] > probabilities[a] ? b : a))
      const sensitivity = kind === 'none' ? null : sensitivityOf(text)
      const fallback = FALLBACK[best]
      return {
        // Between the lines the clerk is asked about the likeliest level.
        kind,
        duty: kind === 'none' ? null : (duty?.code ?? (known.has(fallback) ? fallback : null)),
        places,
        danger: null,
        sensitivity,
        title: kind === 'none' ? '' : titled(text, words, places, duty?.short ?? null),
        reason: why(words, places),
        confidence: probabilities[kind],
        matter: 1 - probabilities.none,
        version: LOCAL,
      }
    },
  }
}
