import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { HOUR_MS } from '../domain/durations.ts'
import type { Township } from '../domain/township.ts'
import type { TownshipStore } from '../ports/township-store.ts'
import type { LookedAt, WorkbookSeen, Workbooks } from '../ports/workbooks.ts'
import { readApart } from '../roster/read-apart.ts'
import { namedChanges, summaryOf } from '../roster/report.ts'
import { type Review, reviewTownship } from '../roster/review.ts'
import { sampleTownship } from '../roster/sample.ts'
import { changeSummary, faultWords } from '../wording/roster.ts'

interface Parts {
  store: TownshipStore
  /** So that an import is served at once. */
  applied(): Promise<void>
  /** Machine time. */
  now(): Date
}

/** What was looked at, with what it takes to apply it. */
interface Kept extends LookedAt {
  at: Date
  township: Township | null
  review: Review | null
}

function seenAs(township: Township, review: Review): WorkbookSeen {
  switch (review.is) {
    case 'other-town':
      return { is: 'refused', why: [review.why] }
    case 'in-use':
      return { is: 'refused', why: review.why }
    case 'unchanged':
      return { is: 'unchanged', summary: summaryOf(township) }
    case 'changes': {
      const { replaces, changes, remarks } = review
      return { is: 'ready', summary: summaryOf(township), replaces, counts: changeSummary(changes), named: namedChanges(changes), remarks }
    }
    default:
      return review satisfies never
  }
}

/**
 * The workbook by way of a page. What was looked at is kept in memory, one at a time and not for long: there are telephone
 * numbers in it, and where it is gone the file is sent again.
 */
export function workbooksOf({ store, applied, now }: Parts): Workbooks {
  let kept: Kept | null = null
  const last = (): Kept | null => (kept && now().getTime() - kept.at.getTime() < HOUR_MS ? kept : null)
  const keep = (name: string, seen: WorkbookSeen, township: Township | null = null, review: Review | null = null): void => {
    kept = { id: randomUUID(), at: now(), name, seen, township, review }
  }
  return {
    template: async () => (await import('../roster/write.ts')).workbookBytes(sampleTownship(), { exampleOnly: true }),
    async look(name, bytes) {
      const read = await readApart(bytes)
      if ('refused' in read) return keep(name, { is: 'unreadable', why: [faultWords.refused[read.refused](name)] })
      if ('faults' in read) return keep(name, { is: 'faults', faults: read.faults })
      const review = await reviewTownship(read.township, store)
      keep(name, seenAs(read.township, review), read.township, review)
    },
    last,
    async apply(id, sample) {
      const it = last()
      if (it?.id !== id || it.township === null || it.review?.is !== 'changes') return 'gone'
      if (it.review.replaces === 'sample' && !sample) return 'sample-asked'
      const review = await reviewTownship(it.township, store)
      if (!isDeepStrictEqual(review, it.review)) {
        keep(it.name, seenAs(it.township, review), it.township, review)
        return 'changed'
      }
      kept = null
      await store.apply(it.township, { replaceSample: it.review.replaces === 'sample' })
      await applied()
      return 'applied'
    },
  }
}
