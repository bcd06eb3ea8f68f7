import type { Duty } from '../domain/duty.ts'
import { atHome, type Danger, type Judgement, KINDS } from '../domain/judgement.ts'
import { dutyOf } from './duty-of.ts'
import { featuresOf } from './features.ts'
import { type Label, type LocalModel, loadModel } from './local-model.ts'
import { placesIn } from './places.ts'
import { dutyOfDanger, firstLook, kindOfDanger } from './rules.ts'
import { sensitivityOf } from './sensitivity.ts'
import { tidy } from './tidy.ts'
import { titleOf } from './title.ts'

const RULES = 'rules-1'

export interface Classifier {
  judge(text: string): Judgement
}

let loaded: LocalModel | null = null
/** The weights that come with the product are read once. */
export const shipped = (): LocalModel => (loaded ??= loadModel())

export interface Reading {
  duties: readonly Duty[]
  places: readonly string[]
  /** The model of this moment: a township's own may take its place at any time. */
  inUse?(): LocalModel
}

const why = (words: readonly string[], places: readonly string[]): string => {
  const said = [...new Set([...words, ...places])].slice(0, 3)
  return said.length > 0 ? `提到${said.join('、')}` : '按整句的说法'
}

const likeliest = <L extends Label>(labels: readonly L[], p: Record<Label, number>): L => labels.reduce((a, b) => (p[b] > p[a] ? b : a))

const NOTHING = { kind: 'none', duty: null, danger: null, sensitivity: null, title: '' } as const

/** Makes the reader of one township: rules for emergencies and plain chat, the local model for the rest. */
export function createClassifier({ duties, places: names, inUse = shipped }: Reading): Classifier {
  const placeNames = [...new Set(names)]

  function inDanger(text: string, danger: Danger, places: string[]): Judgement {
    const kind = kindOfDanger(danger, text)
    const code = dutyOfDanger(danger, kind)
    const duty = duties.find((d) => d.code === code)
    return {
      kind,
      duty: duty || duties.length === 0 ? code : null,
      places,
      danger,
      sensitivity: atHome(danger) ?? (kind === 'village' ? null : sensitivityOf(text, kind)),
      title: titleOf(text, [], places, duty?.short ?? null),
      reason: '紧急的话',
      confidence: 0.97,
      matter: 0.99,
      version: RULES,
    }
  }

  function judge(whole: string): Judgement {
    const text = tidy(whole)
    const places = placesIn(text, placeNames)
    const look = firstLook(text)
    if (look && 'danger' in look) return inDanger(text, look.danger, places)
    if (look) return { ...NOTHING, places, reason: '平常的话或通知', confidence: 0.97, matter: 0.02, version: RULES }
    const { version, read } = inUse()
    const { kinds, duties: learnt } = read(featuresOf(text))
    // Three small doubts about the level are still one strong sign that it is a matter.
    const kind = kinds.none >= 0.5 ? 'none' : likeliest(KINDS, kinds)
    const matter = Math.min(1, Math.max(0, 1 - kinds.none))
    if (kind === 'none') return { ...NOTHING, places, reason: why([], places), confidence: kinds.none, matter, version }
    const { code, short, words } = dutyOf(text, kind, duties, learnt)
    return {
      kind,
      duty: code,
      places,
      danger: null,
      sensitivity: sensitivityOf(text, kind),
      title: titleOf(text, words, places, short),
      reason: why(words.length > 0 ? words : short ? [short] : [], places),
      confidence: Math.min(1, kinds[kind]),
      matter,
      version,
    }
  }

  return { judge }
}
