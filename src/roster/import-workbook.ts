import type { Township } from '../domain/township.ts'
import type { TownshipStore } from '../ports/township-store.ts'
import { faultLine, faultWords, importWords } from '../wording/roster.ts'
import { checkWorkbook } from './check.ts'
import { compareTownships } from './compare.ts'
import { readWorkbook } from './read.ts'
import { changeReport } from './report.ts'

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
    say(read.refused === 'no-file' ? faultWords.noFile(file) : faultWords.notXlsx(file))
    return 1
  }
  const checked = checkWorkbook(read.sheets)
  if ('faults' in checked) return refuse(order, checked.faults.map(faultLine))
  const { township } = checked
  const active = await store.active()
  say(summary(township))
  // Another id would make a second township beside the first; far likelier somebody has mistyped it.
  if (active && !active.sample && active.township.id !== township.id) {
    say(importWords.otherTown(active.township.name, active.township.id, township.id))
    return 1
  }
  const changes = compareTownships(active?.township ?? null, township)
  if (changes.length === 0) {
    say(importWords.unchanged)
    return 0
  }
  if (active?.sample) say(importWords.replacesSample)
  say(importWords.wouldChange)
  for (const line of changeReport(changes)) say(line)
  if (!order.commit) {
    say(importWords.preview)
    return 0
  }
  return commit(order, township, active?.sample ?? false)
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

const summary = ({ name, grid, people, groups, duties }: Township): string =>
  importWords.read(name, grid.filter((n) => n.level === 'village').length, people.length, groups.length, duties.length)
