import type { Duty } from '../domain/duty.ts'
import type { LabelledText } from '../domain/example.ts'
import type { Judgement } from '../domain/judgement.ts'

export interface AskedAbout {
  text: string
  /** What the local reader made of it. */
  local: Judgement
  town: string
  duties: readonly Duty[]
  /** Names of the roster: they never leave. */
  names: Iterable<string>
  /** What cadres have taught, masked. */
  learned: readonly LabelledText[]
}

export type Opinion = { judgement: Judgement } | { failed: string }

/** A language model that reads a report as well; slow, and perhaps not there. */
export interface SecondReader {
  /** Prompt and model: classify.v1 qwen-plus. */
  version: string
  ask(about: AskedAbout): Promise<Opinion>
}
