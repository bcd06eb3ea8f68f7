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
/** What hurts: without one of these nobody is in danger, whatever else is said. */
export const HURTS: readonly Concept[] = conceptsOf('hurts')
/** What makes it more or less of an emergency: who, now or long ago, at home or in a story, over already, a figure of speech. */
export const CIRCUMSTANCES: readonly Concept[] = conceptsOf('circumstances')
