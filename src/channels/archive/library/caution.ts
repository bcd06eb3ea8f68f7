/** How lines are asked for. */
interface Step {
  limit: number
  /** Counted, not opened. */
  shut: boolean
}

interface Caution {
  stepFor(after: number, limit: number): Step
  /** It died opening them. */
  died(after: number, step: Step): void
  passed(seqs: readonly number[]): void
}

/**
 * A line on which native code dies would hold up all that come after it. So after each death a tenth is asked for, as long as the line
 * may still come, until one is asked for alone; when that kills too, it is passed over unopened.
 */
export function caution(): Caution {
  let bad: { after: number; limit: number; left: number } | null = null
  return {
    stepFor(after, limit) {
      if (bad?.after !== after) return { limit, shut: false }
      return { limit: Math.max(1, Math.min(bad.limit, limit)), shut: bad.limit === 0 }
    },
    died(after, { limit }) {
      bad = { after, limit: Math.floor(limit / 10), left: limit }
    },
    passed(seqs) {
      const last = seqs.at(-1)
      if (!bad || last === undefined) return
      bad = bad.left > seqs.length ? { ...bad, after: last, left: bad.left - seqs.length } : null
    },
  }
}
