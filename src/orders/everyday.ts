import { join } from 'node:path'
import { sectionsOf } from '../reading/lexicon.ts'
import type { Command } from './define-command.ts'

const LONGEST = 8
let lists: ReadonlyMap<string, readonly string[]> | null = null

/** What people call it who do not know its name, by the name of the order (everyday.txt). */
function everydayWords(): ReadonlyMap<string, readonly string[]> {
  lists ??= new Map(sectionsOf(join(import.meta.dirname, 'everyday.txt')).map((s) => [s.head, s.lines.map((l) => l.text)]))
  return lists
}

/** The orders that everyday words ask for: 批地, 上访, 量地; those that call it so before those that only tell of it. */
export function ordersFor(said: string, commands: readonly Command[]): Command[] {
  if (said.length < 2 || said.length > LONGEST) return []
  const called = (c: Command) =>
    everydayWords()
      .get(c.name)
      ?.some((w) => said.includes(w) || (said.length > 1 && w.includes(said))) ?? false
  const tells = (c: Command) => [c.topic ?? '', c.help, c.example, ...(c.also ?? [])].some((w) => w.includes(said))
  const first = commands.filter(called)
  return first.length > 0 ? first : commands.filter(tells)
}
