/** A promise of the product, and how it is proved. */
export interface Proof {
  name: string
  /** One line, for the table. */
  promises: string
  /** How much is owed; the tests run a small part of it. */
  owed: number
  run(size: number, say: (line: string) => void): Promise<Proved>
}

export interface Proved {
  kept: boolean
  /** What was measured or counted. */
  figures: Readonly<Record<string, string | number>>
}
