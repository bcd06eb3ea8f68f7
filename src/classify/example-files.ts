import { readdirSync, readFileSync } from 'node:fs'
import { type Example, readExamples } from './read-examples.ts'

const PROMPTS = new URL('../../prompts/', import.meta.url)

/** What we wrote ourselves: `examples` to learn from, `check` to be examined with and never learnt from. */
export function ownExamples(folder: 'examples' | 'check', only: (name: string) => boolean = () => true): Example[] {
  const at = new URL(`${folder}/`, PROMPTS)
  const names = readdirSync(at).filter((name) => name.endsWith('.txt') && only(name))
  return readExamples(names.sort().map((name) => ({ name: name.slice(0, -4), text: readFileSync(new URL(name, at), 'utf8') })))
}
