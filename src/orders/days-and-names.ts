import type { Slots } from '../reading/scan.ts'

/** 我娃结婚，这三天请个假，有事找王芳: the days, and who stands in. */
export function daysAndNames(words: string, slots: Pick<Slots, 'when' | 'who'>): string {
  const found: string[] = []
  for (let at = 0; at < words.length; ) {
    const [end = at] = [...slots.when(words, at), ...slots.who(words, at)].sort((a, b) => b - a)
    if (end > at) found.push(words.slice(at, end))
    at = Math.max(end, at + 1)
  }
  return found.join(' ')
}
