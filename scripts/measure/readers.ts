import { createModelReader } from '../../src/classify/ask-model.ts'
import { createClassifier } from '../../src/classify/classify.ts'
import type { Label } from '../../src/classify/local-model.ts'
import { lookForDanger } from '../../src/classify/look-for-danger.ts'
import { isPlainlyChat, looksLikeNotice } from '../../src/classify/plain-chat.ts'
import { loadPrompt } from '../../src/classify/prompt.ts'
import { kindOfDanger } from '../../src/classify/rules.ts'
import { saidSensitivity } from '../../src/classify/sensitivity.ts'
import { shippedExamples } from '../../src/classify/shipped-examples.ts'
import { tidy } from '../../src/classify/tidy.ts'
import { createSecondReader } from '../../src/classify/with-model.ts'
import { atHome, type Judgement, type Outcome } from '../../src/domain/judgement.ts'
import { createLanguageModel } from '../../src/llm/client.ts'
import { sampleDuties } from '../../src/roster/duty-list.ts'
import { likeItsExamples, startModelDouble } from '../../test/support/model-double.ts'

export interface Read {
  kind: Label
  /** Probability that `kind` is right. */
  sure: number
  matter: number
  outcome: Outcome
  /** Somebody is called: a danger, or a hint that the duty cadre is shown. */
  urgent: boolean
  private: boolean
}

/** Somebody who reads a text; the scoreboard has a column for each. */
export interface Reader {
  name: string
  read(text: string): Promise<Read>
}

const ENOUGH = 2

/** Rules and the words of the duty list, nothing learnt. */
function byRules(whole: string): Read {
  const text = tidy(whole)
  const talk: Read = { kind: 'none', sure: 0.6, matter: 0.4, outcome: 'leave', urgent: false, private: false }
  if (looksLikeNotice(text) || isPlainlyChat(text)) return { ...talk, sure: 0.97, matter: 0.02 }
  const { looked } = lookForDanger(text)
  const danger = looked?.level === 'plain' ? looked.danger : null
  if (danger)
    return { kind: kindOfDanger(danger, text), sure: 0.97, matter: 0.99, outcome: 'open', urgent: true, private: atHome(danger) !== null }
  const lengthOf = (words: readonly string[]) => words.filter((w) => w.length > 1 && text.includes(w)).reduce((n, w) => n + w.length, 0)
  const best = sampleDuties.map((d) => ({ kind: d.kind, chars: lengthOf(d.words) })).reduce((a, b) => (b.chars > a.chars ? b : a))
  if (best.chars < ENOUGH) return talk
  return { kind: best.kind, sure: 0.75, matter: 0.75, outcome: 'open', urgent: false, private: saidSensitivity(text, best.kind) !== null }
}

export const rulesOnly: Reader = { name: 'rules', read: async (text) => byRules(text) }

const { judge } = createClassifier({ duties: sampleDuties, places: [] })

const readOf = ({ kind, confidence, matter, danger, hint, sensitivity, outcome }: Judgement): Read => ({
  kind,
  sure: confidence,
  matter,
  outcome,
  urgent: danger !== null || hint !== null,
  private: sensitivity !== null || hint !== null || (danger !== null && kind === 'household'),
})

/** What the product does with no language model. */
export const local: Reader = { name: 'local', read: async (text) => readOf(judge(text)) }

/**
 * The same with a model asked of what the local reader is not sure of. The model is a double on this machine that votes with the
 * labelled examples its prompt shows: it measures the way there and back, not what a real model knows.
 */
export async function withDouble(): Promise<Reader & { close(): Promise<void> }> {
  const double = await startModelDouble()
  double.answers(likeItsExamples)
  const model = createLanguageModel({ baseUrl: double.url, apiKey: 'none', model: 'double' })
  const reader = createModelReader(model, loadPrompt('classify.v1'), shippedExamples)
  const read = createSecondReader({ judge, reader, when: 'unsure', town: '本镇', duties: sampleDuties })
  return { name: 'local + double', read: async (text) => readOf((await read(text)).judgement), close: double.close }
}
