import { createModelReader } from '../classify/ask-model.ts'
import { loadPrompt } from '../classify/prompt.ts'
import { shippedExamples } from '../classify/shipped-examples.ts'
import type { Services } from '../jobs/define-job.ts'
import { createTrainer } from '../learning/trainer.ts'
import type { LlmConfig } from '../settings/llm-settings.ts'

/** Everything that takes its time: a language model and a listener where they are configured, and the night's training. */
export async function slowReaders(llm: LlmConfig | null): Promise<Pick<Services, 'model' | 'listening' | 'trainer'>> {
  const trainer = createTrainer()
  if (!llm) return { model: null, listening: null, trainer }
  // Loaded where one is configured; most townships have none.
  const { createLanguageModel, createListener } = await import('../llm/client.ts')
  const { prompt, transcribeModel, perDay, perPerson } = llm
  const budget = { perDay, perPerson }
  return {
    model: { reader: createModelReader(createLanguageModel(llm), loadPrompt(prompt), shippedExamples), budget },
    listening: transcribeModel === null ? null : { listener: createListener({ ...llm, transcribeModel }), budget },
    trainer,
  }
}
