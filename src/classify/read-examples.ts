import { DANGERS, type Danger, SENSITIVITIES, type Sensitivity } from '../domain/judgement.ts'
import type { Label } from './local-model.ts'
import { tidy } from './tidy.ts'

/** A short text and what a careful clerk makes of it. */
export interface Example {
  text: string
  kind: Label
  /** Code of the duty list; null for what is no matter. */
  duty: string | null
  danger: Danger | null
  sensitivity: Sensitivity | null
  /** The file it stands in: one manner of speaking, one author's voice. */
  file: string
}

const KIND_OF: Record<string, Label> = { V: 'village', N: 'neighbour', H: 'household' }

/** What a whole section is about, unless its head says something else. */
// biome-ignore format: a table
const USUALLY: Record<string, Sensitivity> = {
  'V-CADRE': 'cadre', 'H-VIOLENCE': 'violence', 'H-SICK': 'illness', 'H-MIND': 'illness', 'H-DISABLE': 'illness', 'H-MARRY': 'family',
  'H-ELDER': 'family', 'H-CHILD': 'family', 'H-SPLIT': 'family', 'H-DIBAO': 'family', 'H-WUBAO': 'family', 'H-RELIEF': 'family',
}

function headOf(line: string, where: string): Omit<Example, 'text' | 'file'> {
  const [section = '', ...marks] = line.slice(1).trim().split(/\s+/u)
  const kind = section === 'none' ? 'none' : KIND_OF[section.slice(0, 1)]
  if (!kind) throw new Error(`${where}: no section says what this is`)
  const danger = DANGERS.find((d) => marks.includes(`!${d}`)) ?? (section === 'H-VIOLENCE' && !marks.includes('!-') ? 'violence' : null)
  const said = SENSITIVITIES.find((s) => marks.includes(`*${s}`)) ?? null
  return {
    kind,
    duty: kind === 'none' ? null : section,
    danger,
    sensitivity: marks.includes('*-') ? null : (said ?? USUALLY[section] ?? null),
  }
}

/**
 * Reads `prompts/examples`: `= V-LAMP` or `= none` begins a section, then one text a line; ` / ` stands for a new line
 * within a text. A head may add `!fire` (somebody is in danger) and `*cadre` (not for the group; `*-`: for the group all
 * the same). A text that stands twice counts once.
 */
export function readExamples(files: readonly { name: string; text: string }[]): Example[] {
  const examples: Example[] = []
  const known = new Set<string>()
  for (const { name, text: whole } of files) {
    let head: Omit<Example, 'text' | 'file'> | null = null
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
