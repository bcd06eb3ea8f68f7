import { STANCES } from './stances.ts'
import { TOPICS } from './topics.ts'

/** What of a text can be pointed at. */
export interface Evidence {
  /** The words, as they stand: what the card shows as the reason. */
  words: string[]
  /** A thing or service is named. */
  thing: boolean
  /** Something is wrong with it, missing or wanted. */
  trouble: boolean
}

const TROUBLE = ['broken', 'nobody', 'lack', 'harm', 'refuse', 'plea', 'ask-law', 'ask-rule']

export function evidenceIn(text: string): Evidence {
  const thing = TOPICS.flatMap(([, says]) => says.exec(text)?.[0] ?? [])
  const trouble = STANCES.flatMap(([name, says]) => (TROUBLE.includes(name) ? (says.exec(text)?.[0] ?? []) : []))
  return { words: [...thing.slice(0, 1), ...trouble.slice(0, 1)], thing: thing.length > 0, trouble: trouble.length > 0 }
}
