import { z } from 'zod'
import type { Settings } from '../domain/settings.ts'
import { halfFaultSentence } from '../wording/startup.ts'
import { type Setting, setting } from './setting.ts'

export interface LlmConfig {
  baseUrl: string
  apiKey: string
  model: string
  /** Which model writes down what was spoken; null where voices are not heard. */
  transcribeModel: string | null
  /** File name of the prompt in use below prompts/; a released one is never edited, a new one is added and named here. */
  prompt: string
  perDay: number
  perPerson: number
}

const PROMPT = 'read-talk.v1'
const MOST = 1_000_000

const webUrl = z.string().refine((it) => URL.canParse(it) && /^https?:$/.test(new URL(it).protocol))
const word = z.string().regex(/^[\x21-\x7e]{1,200}$/)
const count = z.string().regex(/^\d+$/).transform(Number).pipe(z.number().max(MOST))

export const LLM_SETTINGS = {
  LLM_BASE_URL: setting<string | null>(webUrl, null, '一个 http 或 https 地址', 'https://api.example.com/v1'),
  LLM_API_KEY: { ...setting<string | null>(word, null, '一串没有空格的英文字符', '密钥'), secret: true },
  LLM_MODEL: setting<string | null>(word, null, '模型的名字', 'qwen-plus'),
  LLM_WHEN: setting(z.enum(['never', 'unsure', 'always']), 'unsure', ' never、unsure、always 之一', 'unsure'),
  LLM_PER_DAY: setting(count, 300, ' 0 以上的整数', '300'),
  LLM_PER_PERSON: setting(count, 20, ' 0 以上的整数', '20'),
  LLM_TRANSCRIBE_MODEL: setting<string | null>(word, null, '模型的名字', 'whisper-1'),
} as const

interface Asked {
  llm: LlmConfig | null
  when: Settings['askModel']
  hearVoices: boolean
}

/** A model is asked with address, key and name, or not at all; a half group is a fault. */
export function llmOf(read: <T>(name: string, from: Setting<T>) => T, faults: string[]): Asked {
  const text = (name: 'LLM_BASE_URL' | 'LLM_API_KEY' | 'LLM_MODEL' | 'LLM_TRANSCRIBE_MODEL') => {
    const before = faults.length
    const found = read<string | null>(name, LLM_SETTINGS[name])
    // Wrongly written has been said already; it is not missing.
    return faults.length > before ? '' : found
  }
  const door = { LLM_BASE_URL: text('LLM_BASE_URL'), LLM_API_KEY: text('LLM_API_KEY'), LLM_MODEL: text('LLM_MODEL') }
  const transcribeModel = text('LLM_TRANSCRIBE_MODEL')
  const when = read('LLM_WHEN', LLM_SETTINGS.LLM_WHEN)
  const perDay = read('LLM_PER_DAY', LLM_SETTINGS.LLM_PER_DAY)
  const perPerson = read('LLM_PER_PERSON', LLM_SETTINGS.LLM_PER_PERSON)
  const missing = Object.entries(door).flatMap(([name, value]) => (value === null ? [name] : []))
  const begun = missing.length < Object.keys(door).length || transcribeModel !== null
  if (begun && missing.length > 0) faults.push(halfFaultSentence('大模型', missing))
  const { LLM_BASE_URL: baseUrl, LLM_API_KEY: apiKey, LLM_MODEL: model } = door
  const llm = baseUrl && apiKey && model ? { baseUrl, apiKey, model, transcribeModel, prompt: PROMPT, perDay, perPerson } : null
  return { llm, when: llm ? when : 'never', hearVoices: llm !== null && transcribeModel !== null }
}
