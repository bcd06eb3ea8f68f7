import type { Duty } from '../domain/duty.ts'
import type { LabelledText } from '../domain/example.ts'
import { maskFor } from '../domain/mask-away.ts'
import type { TalkLine } from '../domain/talk.ts'
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

const NONE = '（没有）'
const LINES = 10
const LONGEST_LINE = 120

const WHO: Record<TalkLine['who'], string> = { same: '本人', other: '别人', bot: '机器人' }

/** The conversation as it leaves: who spoke is a role, never a name. */
const talkOf = (before: readonly TalkLine[], mask: (text: string) => string): string =>
  before
    .slice(-LINES)
    .map(({ who, cadre, text, quoted }, n) => {
      const said = mask(tidy(text)).slice(0, LONGEST_LINE)
      const role = who === 'other' && cadre ? '干部' : WHO[who]
      return JSON.stringify({ n: n + 1, who: role, ...(quoted && { quoted: '引用' }), text: said })
    })
    .join('\n') || NONE

/** Asks a language model what a report is. The text is masked here, at the only door. */
export function createModelReader(model: LanguageModel, prompt: Prompt, shipped: () => readonly TrainingExample[]): SecondReader {
  let nearShipped: ReturnType<typeof fewShotsFrom> | null = null
  const version = `${prompt.version} ${model.name}`
  return {
    version,
    rests: model.rests,
    async ask({ text: whole, local, town, duties, names, learned, before = [], open = [] }) {
      const mask = maskFor(names)
      const text = mask(tidy(whole)).slice(0, LONGEST)
      nearShipped ??= fewShotsFrom(shipped())
      const own = fewShotsFrom(learned)(text)
      const examples = [...own.slice(0, SHOWN / 2), ...nearShipped(text)].slice(0, SHOWN)
      const filled = fillPrompt(prompt, {
        town,
        duties: duties.map(dutyLine).join('\n'),
        examples: examples.map(shown).join('\n'),
        talk: talkOf(before, mask),
        tickets: open.map(({ label, title }) => JSON.stringify({ label, title: mask(title) })).join('\n') || NONE,
        text: JSON.stringify(text),
      })
      const said = await model.complete({ ...filled, temperature: prompt.temperature, maxTokens: prompt.maxTokens, json: prompt.json })
      if ('failed' in said) return said
      const read = readAnswer(said.text, { text, duties, local, version, mask, lines: before.length, tickets: open.map((t) => t.label) })
      return 'broken' in read ? { failed: read.broken } : read
    },
  }
}
