import { keysOf } from '../domain/one-of.ts'
import { type Circumstances, WAYS, type Way, waysFor } from '../domain/ways.ts'
import { wayLines, wayWords as words } from '../wording/ways.ts'

/** The ways that are open to a township with what each costs and needs, and below them the others with what they lack. */
export function showWays(town: Circumstances): string[] {
  const ways = waysFor(town)
  const lines = ways
    .filter((it) => it.lacks.length === 0)
    .flatMap(({ way, lacks }, i) => {
      const { official }: Way = WAYS[way]
      const { name, ...rest } = wayLines(way, { count: town.count, lacks })
      const told = keysOf(rest).filter((key) => rest[key] !== '')
      return ['', words.head(i + 1, name, official), ...told.map((key) => words.told(words.heads[key], rest[key]))]
    })
  const closed = ways.filter((it) => it.lacks.length > 0).map((it) => `  ${words.lacking(it)}`)
  return [
    '',
    lines.length > 0 ? words.openHead : words.noneOpen,
    ...lines,
    ...(closed.length > 0 ? ['', words.lackingHead, ...closed] : []),
    '',
    words.foot,
  ]
}
