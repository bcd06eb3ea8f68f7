import type { Example } from '../domain/example.ts'

/** What cadres have said that sentences are. */
export interface Lessons {
  teach(example: Omit<Example, 'id' | 'at'>): Promise<void>
  /** What may be learnt from (src/domain/example.ts) of the newest so many, the oldest first. */
  learned(newest: number): Promise<Example[]>
  /** What was said in the villages' groups between two moments and became nothing, masked; the oldest first, nobody's too much. */
  idleTalk(from: Date, until: Date): Promise<{ text: string; at: Date }[]>
}
