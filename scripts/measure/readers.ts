import { createClassifier } from '../../src/classify/classify.ts'
import { dangerOf } from '../../src/classify/emergencies.ts'
import type { Label } from '../../src/classify/local-model.ts'
import { isPlainlyChat, looksLikeNotice } from '../../src/classify/plain-chat.ts'
import { atHome, kindOfDanger } from '../../src/classify/rules.ts'
import { saidSensitivity } from '../../src/classify/sensitivity.ts'
import { tidy } from '../../src/classify/tidy.ts'
import { sampleDuties } from '../../src/roster/duty-list.ts'

export interface Read {
  kind: Label
  /** Probability that `kind` is right. */
  sure: number
  matter: number
  urgent: boolean
  private: boolean
}

/** Somebody who reads a text; the scoreboard has a column for each. */
export interface Reader {
  name: string
  read(text: string): Read
}

const ENOUGH = 2

/** Rules and the words of the duty list, nothing learnt. */
function byRules(whole: string): Read {
  const text = tidy(whole)
  const talk: Read = { kind: 'none', sure: 0.6, matter: 0.4, urgent: false, private: false }
  if (looksLikeNotice(text) || isPlainlyChat(text)) return { ...talk, sure: 0.97, matter: 0.02 }
  const danger = dangerOf(text)
  if (danger) return { kind: kindOfDanger(danger, text), sure: 0.97, matter: 0.99, urgent: true, private: atHome(danger) !== null }
  const lengthOf = (words: readonly string[]) => words.filter((w) => w.length > 1 && text.includes(w)).reduce((n, w) => n + w.length, 0)
  const best = sampleDuties.map((d) => ({ kind: d.kind, chars: lengthOf(d.words) })).reduce((a, b) => (b.chars > a.chars ? b : a))
  if (best.chars < ENOUGH) return talk
  return { kind: best.kind, sure: 0.75, matter: 0.75, urgent: false, private: saidSensitivity(text, best.kind) !== null }
}

export const rulesOnly: Reader = { name: 'rules', read: byRules }

/** What the product does with no language model. */
export function local(): Reader {
  const { judge } = createClassifier({ duties: sampleDuties, places: [] })
  return {
    name: 'local',
    read(text) {
      const { kind, confidence, matter, danger, sensitivity } = judge(text)
      const hidden = sensitivity !== null || (danger !== null && kind === 'household')
      return { kind, sure: confidence, matter, urgent: danger !== null, private: hidden }
    },
  }
}
