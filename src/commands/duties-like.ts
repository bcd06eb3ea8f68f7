import type { Duty } from '../domain/duty.ts'

/** Lines of the duty list by code, name or short name; else those whose name holds the words; else by everyday words. */
export function dutiesLike(duties: Iterable<Duty>, said: string): Duty[] {
  const words = said.trim()
  if (words === '') return []
  const all = [...duties]
  const exact = all.filter((d) => d.code === words.toUpperCase() || d.name === words || d.short === words)
  if (exact.length > 0) return exact
  const byName = all.filter((d) => d.name.includes(words) || words.includes(d.short) || words.includes(d.name))
  if (byName.length > 0) return byName
  const byWord = all.filter((d) => d.words.includes(words))
  if (byWord.length > 0 || words.length < 2) return byWord
  return all.filter((d) => d.words.some((w) => w.includes(words) || (w.length > 1 && words.includes(w))))
}
