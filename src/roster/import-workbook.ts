import type { Township } from '../domain/township.ts'
import type { TownshipStore } from '../ports/township-store.ts'
import { faultLine, faultWords, importWords } from '../wording/roster.ts'
import { checkWorkbook } from './check.ts'
import { readWorkbook } from './read.ts'
import { changeReport, summaryOf } from './report.ts'
import { type Review, reviewTownship } from './review.ts'

interface ImportOrder {
  file: string
  commit: boolean
  /** Said beforehand that the sample may go. */
  replaceSample: boolean
  store: TownshipStore
  say(line: string): void
  /** Asks whoever sits at the keyboard; absent where nobody does. */
  ask?: (question: string) => Promise<boolean>
}

/** Reads, checks, tells and, when told to commit, applies a workbook. The number is the process's exit code. */
export async function importWorkbook(order: ImportOrder): Promise<number> {
  const { file, say, store } = order
  const read = await readWorkbook(file)
  if ('refused' in read) {
    say(faultWords.refused[read.refused](file))
    return 1
  }
  const checked = checkWorkbook(read.sheets)
  if ('faults' in checked) return refuse(order, checked.faults.map(faultLine))
  const { township } = checked
  const review = await reviewTownship(township, store)
  for (const line of summaryOf(township)) say(line)
  switch (review.is) {
    case 'other-town':
      say(review.why)
      return 1
    case 'unchanged':
      say(importWords.unchanged)
      return 0
    case 'in-use':
      return refuse(order, review.why)
    case 'changes':
      return tell(order, township, review)
    default:
      return review satisfies never
  }
}

function tell(order: ImportOrder, township: Township, { replaces, changes, remarks }: Extract<Review, { is: 'changes' }>): Promise<number> {
  const { say } = order
  if (replaces === 'sample') say(importWords.replacesSample)
  say(importWords.wouldChange)
  for (const line of [...changeReport(changes), ...remarks.map((r) => `  ${r}`)]) say(line)
  if (order.commit) return commit(order, township, replaces === 'sample')
  say(importWords.preview)
  return Promise.resolve(0)
}

async function commit({ replaceSample, store, say, ask }: ImportOrder, township: Township, sample: boolean): Promise<number> {
  if (sample && !replaceSample) {
    if (!ask) say(importWords.confirmHow)
    else if (!(await ask(importWords.askReplace))) say(importWords.notReplaced)
    else return apply()
    return 1
  }
  return apply()

  async function apply(): Promise<number> {
    await store.apply(township, { replaceSample: sample })
    say(importWords.done)
    return 0
  }
}

function refuse({ say }: ImportOrder, lines: readonly string[]): number {
  say(importWords.faults(lines.length))
  for (const line of lines) say(line)
  return 1
}
