import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Kind } from '../domain/judgement.ts'
import { tidy } from './tidy.ts'
import type { TrainingExample } from './train-model.ts'

const KIND_OF: Record<string, Kind> = { V: 'village', N: 'neighbour', H: 'household' }

export const EXAMPLES = join(import.meta.dirname, '..', '..', 'prompts', 'examples')

/**
 * The labelled texts that come with the product. A file holds sections: `= V-LAMP` or `= none`, then one text a line; ` / `
 * stands for a new line within a text.
 */
export function shippedExamples(folder: string = EXAMPLES): TrainingExample[] {
  const examples: TrainingExample[] = []
  const known = new Set<string>()
  for (const file of readdirSync(folder)
    .filter((f) => f.endsWith('.txt'))
    .sort()) {
    let section = ''
    for (const [n, line] of readFileSync(join(folder, file), 'utf8').split(/\r?\n/u).entries()) {
      if (line.startsWith('=')) section = line.slice(1).trim().split(' ')[0] ?? ''
      else if (line.trim() !== '' && !line.startsWith('#')) {
        const kind = section === 'none' ? 'none' : KIND_OF[section.slice(0, 1)]
        if (!kind) throw new Error(`${file}:${n + 1}: no section says what this is`)
        const text = tidy(line.replaceAll(' / ', '\n'))
        if (known.has(text)) continue
        known.add(text)
        examples.push({ text, kind, duty: kind === 'none' ? null : section, composed: file.startsWith('combined') })
      }
    }
  }
  return examples
}
