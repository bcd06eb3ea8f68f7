/** What else is stored about somebody, as counts and first days. */
export interface Traces {
  messages: number
  firstMessage: Date | null
  followed: number
  /** Own matters of which nothing is to be said in the group. */
  hidden: number
  leaves: { since: Date; until: string }[]
  /** How often they stood in for somebody. */
  deputised: number
  /** The channels on which they are known. */
  accounts: string[]
  /** What the bot asked and they have not answered. */
  questions: number
  /** How often words of theirs, masked, were shown to a language model. */
  toModel: number
  /** Their corrections that the local reader learns from. */
  taught: number
  /** Matters in which they help another, or which they watch over. */
  assisted: number
  supervised: number
}
