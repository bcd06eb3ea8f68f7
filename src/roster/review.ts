import type { Township } from '../domain/township.ts'
import type { TownshipStore } from '../ports/township-store.ts'
import { faultWords, importWords } from '../wording/roster.ts'
import { type Change, compareTownships } from './compare.ts'

/** What it would mean to put a township in the place of what is there. */
export type Review =
  /** Another township is served from this database. */
  | { is: 'other-town'; why: string }
  /** Matters that are not done hang on places that it does not name any more. */
  | { is: 'in-use'; why: string[] }
  | { is: 'unchanged' }
  | { is: 'changes'; replaces: 'nothing' | 'sample' | 'township'; changes: Change[]; remarks: string[] }

/** Looks and changes nothing. */
export async function reviewTownship(township: Township, store: Pick<TownshipStore, 'active' | 'openMatters'>): Promise<Review> {
  const active = await store.active()
  // Another id would make a second township beside the first; far likelier somebody has mistyped it.
  if (active && !active.sample && active.township.id !== township.id)
    return { is: 'other-town', why: importWords.otherTown(active.township.name, active.township.id, township.id) }
  const changes = compareTownships(active?.township ?? null, township)
  if (changes.length === 0 && !active?.sample) return { is: 'unchanged' }
  const { places, people } = await mattersInTheWay(store, township)
  if (places.length > 0) return { is: 'in-use', why: places }
  return {
    is: 'changes',
    replaces: active === null ? 'nothing' : active.sample ? 'sample' : 'township',
    changes,
    remarks: [...people(active?.township ?? null), ...missingRoles(township)],
  }
}

/** Nothing is wrong with such a table, but somebody will miss something. */
const NEEDED = [
  ['leader', '包村领导或镇领导', '日报没有人收'],
  ['duty', '镇值班', '急事没有人接'],
  ['clerk', '村文书', '拿不准的话没有人问'],
  ['keeper', '网格员', '村里事都会先到村支书'],
] as const
const missingRoles = ({ people }: Township): string[] =>
  NEEDED.filter(([role]) => !people.some((p) => p.roles.some((r) => r.role === role))).map(([, name, what]) =>
    importWords.noRole(name, what),
  )

/** Open matters at places that the workbook does not have any more, and in hand of people it does not name. */
async function mattersInTheWay(store: Pick<TownshipStore, 'openMatters'>, township: Township) {
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
