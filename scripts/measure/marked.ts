import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { LABELS, type Label } from '../../src/classify/local-model.ts'
import { CHECK, type ShippedExample, shippedExamples } from '../../src/classify/shipped-examples.ts'

const VOICES = /^(?:alarm|calm|group|matter|near|sms)-/u

/** A text and what it is, whoever marked it. */
export interface Marked {
  id: string
  text: string
  gold: Label
  urgent: boolean
  private: boolean
}

const Line = z.object({
  id: z.string(),
  text: z.string(),
  label: z.enum(LABELS as readonly [Label, ...Label[]]),
  urgent: z.boolean().default(false),
  private: z.boolean().default(false),
})

/** JSON lines {"id","text","label"} with optional "urgent" and "private". */
export const markedLines = (path: string): Marked[] =>
  readFileSync(path, 'utf8')
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { label, ...rest } = Line.parse(JSON.parse(line))
      return { ...rest, gold: label }
    })

/** Our own lines that are never trained on. */
export const heldBack = (file: 'urgent' | 'calm' | 'sensitive' | 'chat' | 'second-urgent' | 'second-delicate'): Marked[] =>
  shippedExamples(CHECK)
    .filter((e) => e.file === file)
    .map((e, n) => ({ id: `${file}-${n + 1}`, text: e.text, gold: e.kind, urgent: e.danger !== null, private: e.sensitivity !== null }))

/** JSON lines {"id","text"}: talk of which nothing is a matter. */
export const talkLines = (path: string): string[] =>
  readFileSync(path, 'utf8')
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '')
    .map((line) => z.object({ text: z.string() }).parse(JSON.parse(line)).text)

const Sound = z.object({ text: z.string(), danger: z.string().nullable(), private: z.boolean() })

/** JSON lines {"text","danger","private"}: what sounds like danger; null: nobody is in any. */
export const soundLines = (path: string): { text: string; danger: boolean; private: boolean }[] =>
  readFileSync(path, 'utf8')
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '')
    .map((line) => Sound.parse(JSON.parse(line)))
    .map(({ danger, ...rest }) => ({ ...rest, danger: danger !== null }))

/** What a file of lines holds, told by its first one. */
export function kindOfFile(path: string): 'marked' | 'talk' | 'sounds' {
  const first: unknown = JSON.parse(readFileSync(path, 'utf8').split('\n', 1)[0] ?? '{}')
  const has = (key: string) => typeof first === 'object' && first !== null && key in first
  return has('label') ? 'marked' : has('danger') ? 'sounds' : 'talk'
}

/** Voices that are held back whole: who speaks there was never heard. */
export const heldBackVoices = (): ShippedExample[] => shippedExamples(CHECK).filter((e) => VOICES.test(e.file))
