/**
 * Something a platform has told of that it must still be asked about: the bytes of a picture, the messages behind a signal. It
 * is durable before the platform hears "received", so that a crash between the two loses nothing.
 */
export interface Errand {
  /** The same key is the same errand, whether it waits or is done. */
  key: string
  what: string
  body: Record<string, unknown>
  /** How often it was begun, this time included. */
  attempts: number
  addedAt: Date
}

/** Safe for several instances. Instants are machine time. */
export interface Errands {
  add(errand: Pick<Errand, 'key' | 'what' | 'body'>, at: Date, notBefore?: Date): Promise<void>
  /** Those that are due; nobody else has them for `holdMs`. */
  claim(limit: number, now: Date, holdMs: number): Promise<Errand[]>
  /** Over, with why where it came to nothing. What it was about is forgotten, its key is not. */
  done(key: string, at: Date, why: string | null): Promise<void>
  again(key: string, notBefore: Date): Promise<void>
  /** Forgets the keys of what was done before this moment. */
  forget(before: Date): Promise<void>
}
