import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { LABELS, type Label } from '../../src/classify/local-model.ts'
import { CHECK, shippedExamples } from '../../src/classify/shipped-examples.ts'

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
