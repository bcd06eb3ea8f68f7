import { APIError, OpenAI, toFile } from 'openai'
import { z } from 'zod'
import type { LanguageModel, Listener } from '../ports/language-model.ts'
import { boundedFetch } from './bounded-fetch.ts'
import { type Patience, patientWith } from './patient.ts'

export interface Door {
  baseUrl: string
  apiKey: string
}

const PATIENCE: Patience = { timeoutMs: 8000, failures: 5, restMs: 60_000 }
/** A minute of speech takes longer to send and to hear. */
const LISTENING: Patience = { ...PATIENCE, timeoutMs: 20_000 }

const Completion = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string().nullable() }) })).min(1) })
const Transcription = z.object({ text: z.string() })

/** Nothing of the environment is read, and the package's own ten minutes and two retries are not ours. */
const openDoor = ({ baseUrl, apiKey }: Door, { timeoutMs }: Patience): OpenAI =>
  new OpenAI({
    baseURL: baseUrl,
    apiKey,
    organization: null,
    project: null,
    webhookSecret: null,
    adminAPIKey: null,
    timeout: timeoutMs,
    maxRetries: 0,
    logLevel: 'off',
    fetch: boundedFetch,
  })

export function createLanguageModel(door: Door & { model: string }, patience: Patience = PATIENCE): LanguageModel {
  const client = openDoor(door, patience)
  const patient = patientWith(patience)
  // Some servers know neither response_format nor max_tokens and say 400: from then on they are asked plainly.
  let plainly = false
  return {
    name: door.model,
    rests: patient.rests,
    complete: ({ system, user, temperature, maxTokens, json }) =>
      patient.ask(async () => {
        const messages = [
          { role: 'system' as const, content: system },
          { role: 'user' as const, content: user },
        ]
        const wishes = { temperature, max_tokens: maxTokens, ...(json && { response_format: { type: 'json_object' as const } }) }
        const ask = () => client.chat.completions.create({ model: door.model, messages, ...(!plainly && wishes) })
        const answer: unknown = await ask().catch((fault: unknown) => {
          if (plainly || !(fault instanceof APIError) || fault.status !== 400) throw fault
          plainly = true
          return ask()
        })
        return Completion.parse(answer).choices[0]?.message.content ?? ''
      }),
  }
}

export function createListener(door: Door & { transcribeModel: string }, patience: Patience = LISTENING): Listener {
  const client = openDoor(door, patience)
  const patient = patientWith(patience)
  return {
    name: door.transcribeModel,
    transcribe: ({ name, type, bytes }) =>
      patient.ask(async () => {
        const file = await toFile(bytes, name, { type })
        const answer: unknown = await client.audio.transcriptions.create({ model: door.transcribeModel, file, language: 'zh' })
        return Transcription.parse(answer).text
      }),
  }
}
