import type { Duty } from '../domain/duty.ts'
import type { LabelledText } from '../domain/example.ts'
import type { Judgement } from '../domain/judgement.ts'
import type { TalkLine } from '../domain/talk.ts'

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
  /** What was said before it, the oldest first. */
  before?: readonly TalkLine[]
  /** Tickets of that village that are not done yet. */
  open?: readonly { label: string; title: string }[]
}

export interface Opined {
  judgement: Judgement
  /** Which of the lines before belong to it, by their place among them. */
  lines?: readonly number[]
  /** The label of the open ticket that it belongs to. */
  ticket?: string | null
}

export type Opinion = Opined | { failed: string }

/** A language model that reads a report as well; slow, and perhaps not there. */
export interface SecondReader {
  /** Prompt and model: read-talk.v1 qwen-plus. */
  version: string
  /** It would be asked in vain just now. */
  rests(): boolean
  ask(about: AskedAbout): Promise<Opinion>
}
