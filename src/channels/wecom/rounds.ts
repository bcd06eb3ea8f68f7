/** Something looked at again and again, one look at a time, until it is closed. What is due is found by query. */
export interface Rounds {
  every(ms: number, look: () => Promise<unknown>): void
  close(): Promise<void>
}

export function roundsOf(fault: (what: string, thrown: unknown) => void): Rounds {
  const timers: NodeJS.Timeout[] = []
  const looking = new Set<Promise<unknown>>()
  return {
    every(ms, look) {
      let busy = false
      const once = (): void => {
        if (busy) return
        busy = true
        const done: Promise<unknown> = look()
          .catch((thrown) => fault('round', thrown))
          .finally(() => {
            busy = false
            looking.delete(done)
          })
        looking.add(done)
      }
      once()
      timers.push(setInterval(once, ms))
    },
    async close() {
      for (const timer of timers) clearInterval(timer)
      await Promise.all(looking)
    },
  }
}
