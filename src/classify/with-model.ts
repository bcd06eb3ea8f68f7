import type { Duty } from '../domain/duty.ts'
import type { Judgement } from '../domain/judgement.ts'
import { believed, worthAsking } from '../domain/second-opinion.ts'
import type { Opinion, SecondReader } from '../ports/second-reader.ts'

export interface ReadTwice {
  judgement: Judgement
  /** Null: the local reader was left to decide alone. */
  asked: Opinion | null
}

interface Needs {
  judge(text: string): Judgement
  reader: SecondReader
  when: 'unsure' | 'always'
  town: string
  duties: readonly Duty[]
}

/** Reads as the product does with a model behind it, but waits for its word: for measuring (npm run classify, the scoreboard). */
export function createSecondReader({ judge, reader, when, town, duties }: Needs): (text: string) => Promise<ReadTwice> {
  return async (text) => {
    const local = judge(text)
    if (!worthAsking(local, when)) return { judgement: local, asked: null }
    const asked = await reader.ask({ text, local, town, duties, names: [], learned: [] })
    return { judgement: 'judgement' in asked ? believed(local, asked.judgement) : local, asked }
  }
}
