import type { Person } from '../domain/people.ts'
import { gridOf, type Roster, villageOf } from '../domain/roster.ts'
import { beginnings, without } from '../reading/apart.ts'
import { withoutHead } from '../reading/marks.ts'
import { mayBeName } from '../reading/surnames.ts'

export interface Named {
  name: string
  /** Null for somebody on no roster, and where two of that name could be meant. */
  person: Person | null
  rest: string
}

const homeOf = (roster: Roster, person: Person): string | null => villageOf(roster, gridOf(roster, person.id) ?? '')

/** Whom a text begins with, resident or cadre, by the whole name; of these villages first. `rest` is what is said of them. */
function findAnyone(roster: Roster, text: string, near: readonly string[]): Named | null {
  const said = withoutHead(text)
  const known = [...roster.people.values()].filter((p) => p.name.length > 1 && said.startsWith(p.name))
  const longest = Math.max(0, ...known.map((p) => p.name.length))
  const exact = known.filter((p) => p.name.length === longest)
  const here = exact.filter((p) => near.includes(homeOf(roster, p) ?? ''))
  const pool = here.length > 0 ? here : exact
  const [only, second] = pool
  const name = only?.name ?? /^\p{Script=Han}{2,4}(?=[\s，,：:]|$)/u.exec(said)?.[0]
  if (!name) return null
  return {
    name,
    person: only && !second ? only : null,
    rest: withoutHead(said.slice(name.length)).trim(),
  }
}

/** The same of a name that stands anywhere in the line: one that is on the roster first, then what looks like a name. */
export function findAnyoneIn(roster: Roster, text: string, near: readonly string[]): Named | null {
  const said = text.trim()
  const at = (begin: number): Named | null => {
    const named = findAnyone(roster, said.slice(begin), near)
    return named && { ...named, rest: without(said, begin, begin + said.slice(begin).indexOf(named.name) + named.name.length) }
  }
  const all = beginnings(said).flatMap((begin) => at(begin) ?? [])
  const known = [...roster.people.values()]
  const [first] = all
  return (
    all.find(({ person, name }) => person !== null || known.some((p) => p.name === name)) ??
    (first && (mayBeName(first.name) || !all.some((n) => mayBeName(n.name))) ? first : all.find((n) => mayBeName(n.name))) ??
    null
  )
}
