/** A group that talks much lets the others have their turn after so many lines of talk. */
const LINES = 50
/** How long after a fault the same thing is tried again, machine time; a database that was away comes back within seconds. */
const BACK_OFF_MS = [1000, 4000, 15_000, 60_000, 300_000]
const TRIES = 4

export const backOff = (attempts: number): number => BACK_OFF_MS[Math.min(attempts, BACK_OFF_MS.length) - 1] ?? 0

interface Failed {
  tries: number
  /** Machine time. */
  again: number
  /** So many lines more are handled one by one: what cannot be handled may stand behind them. */
  alone: number
}

/** How many lines of a conversation are handled at once, and when again after a fault. */
export function createPatience() {
  const failed = new Map<string, Failed>()
  return {
    /** Null: not yet. */
    linesOf(name: string, hurry: boolean): number | null {
      const before = failed.get(name)
      if (before && !hurry && Date.now() < before.again) return null
      // After a fault one by one, as far as those reached that failed together: the others are none of its business.
      return before && before.alone > 0 ? 1 : LINES
    },
    handled(name: string, lines: number, more: boolean): void {
      const alone = (failed.get(name)?.alone ?? 0) - lines
      if (alone > 0 && more) failed.set(name, { tries: 0, again: 0, alone })
      else failed.delete(name)
    },
    /** It is no message's fault, and none is given up for it. */
    databaseAway(name: string): void {
      const { tries, alone } = failed.get(name) ?? { tries: 0, alone: 0 }
      failed.set(name, { tries, alone, again: Date.now() + backOff(1) })
    },
    /** Whether the line is to be given up. */
    hasFailed(name: string): boolean {
      const before = failed.get(name)
      const together = before === undefined || before.alone <= 0
      const tries = (before?.tries ?? 0) + 1
      // Those that failed together are looked through at once; only what fails by itself waits.
      failed.set(name, { tries, again: Date.now() + (together ? 0 : backOff(tries)), alone: together ? LINES : before.alone })
      return tries >= TRIES
    },
    gaveUp: (name: string): void => {
      failed.set(name, { tries: 0, again: 0, alone: (failed.get(name)?.alone ?? 1) - 1 })
    },
  }
}
