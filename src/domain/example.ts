import { DAY_MS } from './durations.ts'
import type { Judgement } from './judgement.ts'
import type { Person } from './people.ts'

/** A text and what it is: what the readers learn from. */
export interface LabelledText {
  text: string
  kind: Judgement['kind']
  duty: string | null
}

/** What a cadre did that taught it: 改类, 合并, 拆分, 不是事, the clerk's 是 and 不是. */
export const LESSONS = ['reclassified', 'merged', 'split', 'not-a-matter', 'clerk-yes', 'clerk-no'] as const
export type Lesson = (typeof LESSONS)[number]

/** Whose word it was: the township office outranks a village cadre. */
export const RANKS = ['office', 'village'] as const
export type Rank = (typeof RANKS)[number]

export interface Example extends LabelledText {
  id: string
  source: Lesson
  by: string
  rank: Rank
  at: Date
}

export const rankOf = (person: Pick<Person, 'roles'>): Rank =>
  person.roles.some((r) => r.role === 'duty' || r.role === 'leader') ? 'office' : 'village'

/** One hand must not turn the reader: what somebody teaches beyond this in a day, and in all, is kept but not learnt from. */
const PER_DAY = 20
const PER_PERSON = 300

const sameWords = (text: string): string => text.replace(/[\s\p{P}]+/gu, '').toLowerCase()

/** What may be learnt from: one word on each text, the office's before a village's, the later before the earlier; nobody too much. */
export function usableExamples(examples: readonly Example[]): Example[] {
  const said = new Map<string, number>()
  const count = (key: string): number => {
    const next = (said.get(key) ?? 0) + 1
    said.set(key, next)
    return next
  }
  const taken = new Map<string, Example>()
  const byWeight = examples.toSorted((a, b) => Number(b.rank === 'office') - Number(a.rank === 'office') || b.at.getTime() - a.at.getTime())
  for (const example of byWeight) {
    const words = sameWords(example.text)
    if (words === '' || taken.has(words)) continue
    const day = Math.floor(example.at.getTime() / DAY_MS)
    if (count(`${example.by} ${day}`) > PER_DAY || count(example.by) > PER_PERSON) continue
    taken.set(words, example)
  }
  return [...taken.values()].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))
}
