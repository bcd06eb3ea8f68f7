/** A township's whole roster is below one megabyte. What is larger is something else, or is made to hurt. */
export const LIMITS = { fileBytes: 20 * 1024 * 1024, ms: 20_000, characters: 40_000_000, cells: 2_000_000 } as const
export type Limits = { [K in keyof typeof LIMITS]: number }

/** With a look at the clock. */
export type Bounds = Limits & { tick(): void }

/** Thrown inside, and told as a refusal. */
export class Beyond extends Error {
  readonly what: 'too-big' | 'too-slow'
  constructor(what: 'too-big' | 'too-slow') {
    super(what)
    this.what = what
  }
}
