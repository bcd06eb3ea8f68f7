export interface Asking {
  system: string
  user: string
  temperature: number
  maxTokens: number
  /** Whether one JSON object is asked for. */
  json: boolean
}

export type Unanswered = 'timeout' | 'unreachable' | 'busy' | 'turned away' | 'resting' | 'unreadable'

/** What a model said, or why there is nothing. It never throws for what a server does. */
export type Said = { text: string } | { failed: Unanswered }

/** A model behind an OpenAI-compatible address. What it says is words, not yet a judgement. */
export interface LanguageModel {
  name: string
  /** It has failed so often that it is left in peace for a while: whoever asks meanwhile asks in vain. */
  rests(): boolean
  complete(asking: Asking): Promise<Said>
}

export interface Recording {
  name: string
  type: string
  bytes: Uint8Array<ArrayBuffer>
}

/** A model that writes down what was spoken. */
export interface Listener {
  name: string
  transcribe(recording: Recording): Promise<Said>
}
