import { readFileSync } from 'node:fs'
import { z } from 'zod'

const Head = z.object({
  purpose: z.string().min(1),
  temperature: z.coerce.number().min(0).max(2),
  max_tokens: z.coerce.number().int().positive(),
  answer: z.enum(['json', 'text']),
  slots: z.string().transform((s) => s.split(/[,，]\s*/u)),
})

export interface Prompt {
  /** File name without its ending; stored with each judgement. */
  version: string
  purpose: string
  temperature: number
  maxTokens: number
  /** Whether the model is asked to answer with one JSON object. */
  json: boolean
  slots: readonly string[]
  system: string
  user: string
}

const FILE = /^---\n([\s\S]*?)\n---\n+# system\n+([\s\S]*?)\n+# user\n+([\s\S]*)$/u
const SLOT = /\{\{(\w+)\}\}/gu

/** Front matter between two lines of dashes, then what is said as `# system` and as `# user`. @throws when the file does not hold that. */
export function readPrompt(version: string, file: string): Prompt {
  const parts = FILE.exec(file.replaceAll('\r\n', '\n'))
  if (!parts) throw new Error(`${version}: no front matter, # system and # user`)
  const [, front = '', system = '', user = ''] = parts
  const head = Head.parse(Object.fromEntries(front.split('\n').map((line) => [line.split(':', 1)[0], line.replace(/^[^:]*:\s*/u, '')])))
  const used = new Set([...`${system}${user}`.matchAll(SLOT)].map((m) => m[1]))
  const wrong = head.slots.filter((s) => !used.has(s)).concat([...used].flatMap((s) => (s && !head.slots.includes(s) ? [s] : [])))
  if (wrong.length > 0) throw new Error(`${version}: named and used slots differ: ${wrong.join(', ')}`)
  const { purpose, temperature, max_tokens: maxTokens, slots, answer } = head
  return { version, purpose, temperature, maxTokens, slots, json: answer === 'json', system: system.trim(), user: user.trim() }
}

export const loadPrompt = (version: string): Prompt =>
  readPrompt(version, readFileSync(new URL(`../../prompts/${version}.md`, import.meta.url), 'utf8'))

/** Puts in what the slots name, in one pass: braces within what is put in stay what they are. @throws when a slot is left empty-handed. */
export function fillPrompt(prompt: Prompt, values: Readonly<Record<string, string>>): { system: string; user: string } {
  const fill = (text: string) =>
    text.replace(SLOT, (_whole, slot: string) => {
      const value = Object.hasOwn(values, slot) ? values[slot] : undefined
      if (value === undefined) throw new Error(`${prompt.version}: nothing for ${slot}`)
      return value
    })
  return { system: fill(prompt.system), user: fill(prompt.user) }
}
