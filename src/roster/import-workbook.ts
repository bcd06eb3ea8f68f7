import { lineUp } from '../domain/grid.ts'
import { countGrid } from '../domain/grid-counts.ts'
import type { Township } from '../domain/township.ts'
import { gridCountLine } from '../measures/grid/words.ts'
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
    say(faultWords.refused[read.refused](file))
    return 1
  }
  const checked = checkWorkbook(read.sheets)
  if ('faults' in checked) return refuse(order, checked.faults.map(faultLine))
  const { township } = checked
  const active = await store.active()
  say(summary(township))
  say(gridSummary(township))
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
  const inHand = await mattersInTheWay(store, township)
  if (inHand.places.length > 0) return refuse(order, inHand.places)
  if (active?.sample) say(importWords.replacesSample)
  say(importWords.wouldChange)
  for (const line of [...changeReport(changes), ...inHand.people(active?.township ?? null)]) say(line)
  for (const line of remarks(township)) say(line)
  if (!order.commit) {
    say(importWords.preview)
    return 0
  }
  return commit(order, township, active?.sample ?? false)
}

/** Nothing is wrong with such a table, but somebody will miss something. */
const NEEDED = [
  ['leader', '包村领导或镇领导', '日报没有人收'],
  ['duty', '镇值班', '急事没有人接'],
  ['clerk', '村文书', '拿不准的话没有人问'],
  ['keeper', '网格员', '村里事都会先到村支书'],
] as const
const remarks = ({ people }: Township): string[] =>
  NEEDED.filter(([role]) => !people.some((p) => p.roles.some((r) => r.role === role))).map(([, name, what]) =>
    importWords.noRole(name, what),
  )

/** Open matters at places that the workbook does not have any more, and in hand of people it does not name. */
async function mattersInTheWay(store: TownshipStore, township: Township) {
  const open = await store.openMatters()
  const places = new Set(township.grid.map((n) => n.id))
  const people = new Set(township.people.map((p) => p.id))
  const homeless = open.filter((t) => !places.has(t.place) || !places.has(t.village))
  const orphans = Map.groupBy(
    open.filter((t) => t.owner !== null && !people.has(t.owner)),
    (t) => t.owner,
  )
  return {
    places: homeless.map((t) => faultWords.placeInUse(t.label)),
    people: (before: Township | null) =>
      [...orphans].map(([id, tickets]) => importWords.handsOver(before?.people.find((p) => p.id === id)?.name ?? '', tickets.length)),
  }
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

/** 1+28+151+408, counted in what is about to be imported. */
function gridSummary({ grid, people }: Township): string {
  const counts = countGrid(grid, people)
  const nodes = new Map(grid.map((n) => [n.id, n]))
  const named = (id: string): string =>
    lineUp(nodes, id)
      .flatMap((at) => nodes.get(at) ?? [])
      .filter((n) => n.level !== 'town')
      .map((n) => n.name)
      .reverse()
      .join('')
  return gridCountLine(counts, counts.unkept.map(named))
}
