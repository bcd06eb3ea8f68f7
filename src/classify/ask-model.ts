import type { Duty } from '../domain/duty.ts'
import type { LabelledText } from '../domain/example.ts'
import { maskFor } from '../domain/mask-away.ts'
import type { LanguageModel } from '../ports/language-model.ts'
import type { SecondReader } from '../ports/second-reader.ts'
import { fewShotsFrom } from './few-shots.ts'
import { fillPrompt, type Prompt } from './prompt.ts'
import { readAnswer } from './read-answer.ts'
import { tidy } from './tidy.ts'
import type { TrainingExample } from './train-model.ts'

/** A letter tells its matter early; what follows only costs. */
const LONGEST = 800
const SHOWN = 6

const dutyLine = (d: Duty): string => `${d.code} ${d.name}`

/** What people said stands in a JSON string, so that nothing in it can end it. */
const shown = ({ text, kind, duty }: LabelledText): string => `${JSON.stringify(text)} → ${JSON.stringify({ kind, duty })}`

/** Asks a language model what a report is. The text is masked here, at the only door. */
export function createModelReader(model: LanguageModel, prompt: Prompt, shipped: () => readonly TrainingExample[]): SecondReader {
  let nearShipped: ReturnType<typeof fewShotsFrom> | null = null
  const version = `${prompt.version} ${model.name}`
  return {
    version,
    async ask({ text: whole, local, town, duties, names, learned }) {
      const mask = maskFor(names)
      const text = mask(tidy(whole)).slice(0, LONGEST)
      nearShipped ??= fewShotsFrom(shipped())
      const own = fewShotsFrom(learned)(text)
      const examples = [...own.slice(0, SHOWN / 2), ...nearShipped(text)].slice(0, SHOWN)
      const filled = fillPrompt(prompt, {
        town,
        duties: duties.map(dutyLine).join('\n'),
        examples: examples.map(shown).join('\n'),
        text: JSON.stringify(text),
      })
      const said = await model.complete({ ...filled, temperature: prompt.temperature, maxTokens: prompt.maxTokens, json: prompt.json })
      if ('failed' in said) return said
      const read = readAnswer(said.text, { text, duties, local, version, mask })
      return 'broken' in read ? { failed: read.broken } : { judgement: read }
    },
  }
}
