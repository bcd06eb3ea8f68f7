import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { atHome, DANGERS, SENSITIVITIES, type Sensitivity } from '../domain/judgement.ts'
import type { Label } from './local-model.ts'
import { tidy } from './tidy.ts'
import type { TrainingExample } from './train-model.ts'

const PROMPTS = join(import.meta.dirname, '..', '..', 'prompts')
/** What the product learns from. */
export const EXAMPLES = join(PROMPTS, 'examples')
/** What it is examined with and never learns from. */
export const CHECK = join(PROMPTS, 'check')

/** A short text and all that a careful clerk makes of it. */
export interface ShippedExample extends Required<TrainingExample> {
  /** The file it stands in: one manner of speaking, one author's voice. */
  file: string
}

const KIND_OF: Record<string, Label> = { V: 'village', N: 'neighbour', H: 'household' }

/** Why a whole section is not for the group, unless its head says something else. */
// biome-ignore format: a table
const USUALLY: Record<string, Sensitivity> = {
  'V-CADRE': 'cadre', 'H-VIOLENCE': 'violence', 'H-SICK': 'illness', 'H-MIND': 'illness', 'H-DISABLE': 'illness', 'H-MARRY': 'family',
  'H-ELDER': 'family', 'H-CHILD': 'family', 'H-SPLIT': 'family', 'H-DIBAO': 'family', 'H-WUBAO': 'family', 'H-RELIEF': 'family',
}

const MARKS = new Set(['!-', '*-', ...DANGERS.map((d) => `!${d}`), ...SENSITIVITIES.map((s) => `*${s}`)])

type Head = Omit<ShippedExample, 'text' | 'file'>

function headOf(line: string, where: string): Head {
  const [section = '', ...marks] = line.slice(1).trim().split(/\s+/u)
  const kind = section === 'none' ? 'none' : KIND_OF[section.slice(0, 1)]
  if (!kind) throw new Error(`${where}: no section says what this is`)
  const odd = marks.find((mark) => /^[!*]/u.test(mark) && !MARKS.has(mark))
  if (odd) throw new Error(`${where}: ${odd} is no mark`)
  const danger = DANGERS.find((d) => marks.includes(`!${d}`)) ?? (section === 'H-VIOLENCE' && !marks.includes('!-') ? 'violence' : null)
  const said = SENSITIVITIES.find((s) => marks.includes(`*${s}`)) ?? atHome(danger)
  const sensitivity = marks.includes('*-') ? null : (said ?? USUALLY[section] ?? null)
  return { kind, duty: kind === 'none' ? null : section, danger, sensitivity }
}

/**
 * Reads files of labelled texts: `= V-LAMP` or `= none` begins a section, then one text a line; ` / ` stands for a new line
 * within a text. A head may add `!fire` (somebody is in danger; `!-`: nobody) and `*cadre` (not for the group; `*-`: for the
 * group all the same). A text that stands twice counts once.
 */
export function readExamples(files: readonly { name: string; text: string }[]): ShippedExample[] {
  const examples: ShippedExample[] = []
  const known = new Set<string>()
  for (const { name, text: whole } of files) {
    let head: Head | null = null
    for (const [n, line] of whole.split(/\r?\n/u).entries()) {
      const where = `${name}:${n + 1}`
      if (line.startsWith('=')) head = headOf(line, where)
      else if (line.trim() !== '' && !line.startsWith('#')) {
        if (!head) throw new Error(`${where}: no section says what this is`)
        const text = tidy(line.replaceAll(' / ', '\n'))
        if (known.has(text)) continue
        known.add(text)
        examples.push({ text, ...head, file: name })
      }
    }
  }
  return examples
}

/** The labelled texts that come with the product, file by file in the order of their names. */
export function shippedExamples(folder: string = EXAMPLES): ShippedExample[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'))
  return readExamples(names.sort().map((name) => ({ name: name.slice(0, -4), text: readFileSync(join(folder, name), 'utf8') })))
}
