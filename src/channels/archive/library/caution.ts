/** How lines are asked for. */
interface Step {
  limit: number
  /** Counted, not opened. */
  shut: boolean
}

interface Caution {
  stepFor(after: number, limit: number): Step
  /** `opening`: while it opened them, not before. */
  died(after: number, limit: number, opening: boolean): void
  passed(seqs: readonly number[]): void
}

/** So many in a row, and it is the library, not the lines: then nothing is passed over, and it is tried until somebody mends it. */
const MOST_IN_A_ROW = 10

/**
 * A line on which native code dies, or lines that are too much at once, would hold up all that come after. So after each death a tenth
 * is asked for, as long as they may still come, until one is asked for alone; when its opening kills too, it is passed over unopened.
 */
export function caution(): Caution {
  let bad: { after: number; limit: number; left: number } | null = null
  let passedOver = 0
  return {
    stepFor(after, limit) {
      if (bad?.after !== after) return { limit, shut: false }
      return { limit: Math.max(1, Math.min(bad.limit, limit)), shut: bad.limit === 0 }
    },
    died(after, limit, opening) {
      const least = opening && passedOver < MOST_IN_A_ROW ? 0 : 1
      bad = { after, limit: Math.max(least, Math.floor(limit / 10)), left: limit }
    },
    passed(seqs) {
      const last = seqs.at(-1)
      if (last === undefined) return
      passedOver = bad?.limit === 0 ? passedOver + 1 : 0
      if (!bad) return
      bad = bad.left > seqs.length ? { ...bad, after: last, left: bad.left - seqs.length } : null
    },
  }
}
