/** Handlers of Wechaty run side by side; here one room's events go one after another, and no room waits for another's. */
export interface Queues {
  /** Runs it after all that was added for this room before. A rejection goes to `fault`. */
  add(room: string, run: () => Promise<void>): void
  /** When everything added so far has run. */
  idle(): Promise<void>
}

export function roomQueues(fault: (thrown: unknown) => void): Queues {
  const last = new Map<string, Promise<void>>()
  return {
    add(room, run) {
      const next = (last.get(room) ?? Promise.resolve())
        .then(run)
        .catch(fault)
        .finally(() => {
          if (last.get(room) === next) last.delete(room)
        })
      last.set(room, next)
    },
    async idle() {
      while (last.size > 0) await Promise.all(last.values())
    },
  }
}
