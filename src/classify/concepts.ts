import { readWords } from '../reading/named-words.ts'

/** A group of words that mean the same to a clerk, under a name that weights and reasons use. */
export type Concept = readonly [name: string, says: RegExp]

const conceptsOf = (file: string): Concept[] =>
  [...readWords(new URL(`words/${file}.txt`, import.meta.url))].map(([name, lines]) => [name, new RegExp(lines.join('|'), 'u')])

/**
 * Who is spoken of and what. The model learns how much each group says, so that a word which the examples never held
 * still counts through its group.
 */
export const TOPICS: readonly Concept[] = conceptsOf('topics')
/** How it is told, whatever it is about: what makes a trouble of it, and what tells that nobody wants anything. */
export const STANCES: readonly Concept[] = conceptsOf('stances')
/**
 * Who stands against whom, and in whose name it is told: another house that is not named and what it answered, what is mine and
 * suffered, what is owed; my old people and children, their papers and their frailty; all of us, the road and the committee. A story
 * that names no fault is told apart by these.
 */
export const RELATIONS: readonly Concept[] = conceptsOf('relations')
