/** The product's clock: it rules all that people agreed on. Machine time (retries, leases, timeouts) stays real. */
export interface Clock {
  now(): Date
}

/** The sandbox's: it can be moved forward, never back. While it stands still between two moments, `now` is exactly the moment. */
export interface MovableClock extends Clock {
  moved(): boolean
  standAt(moment: Date): Promise<void>
  run(): Promise<void>
}
