/** One line of a conversation, as the reader is shown it. */
export interface TalkLine {
  /** Whether whoever says the judged line said it too, or somebody else, or the bot. */
  who: 'same' | 'other' | 'bot'
  /** Somebody of the roster spoke. */
  cadre: boolean
  text: string
  /** The judged line quotes it. */
  quoted?: boolean
}

/** What surrounds a line: who says it to whom, and after what. */
export interface Talk {
  /** The oldest first; the reader looks at the last ten. */
  before: readonly TalkLine[]
  /** Whoever says the line is on the roster. */
  cadre: boolean
  /** Said one-to-one, or to the bot by name: nobody chats there. */
  toBot: boolean
  /** Somebody who may has said that it is a matter: only which one is asked. */
  matter?: true
  /** Whoever is meant by it has answered: it lies between two households. */
  quarrel?: true
}

/** A line of which nothing else is known. */
export const ALONE: Talk = { before: [], cadre: false, toBot: false }
