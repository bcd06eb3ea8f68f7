import type { Report } from '../domain/picture.ts'
import type { Desk } from '../ports/desk.ts'
import type { Scope, Tally } from '../ports/figures.ts'
import { reportPictures as say } from '../wording/pictures.ts'

/** As many as a phone shows without becoming a list to scroll. */
const ROOM = 40

interface Told {
  title: string
  tone: 'late' | 'done'
  count: readonly Tally[]
  marked: readonly Tally[]
  words: readonly [count: string, marked: string]
}

const inVillage = (rows: readonly Tally[], village: string): number => rows.reduce((n, r) => n + (r.village === village ? r.count : 0), 0)

/** Villages side by side in the order of the grid; null where there is only one. Where there is no room for all, those with something to see. */
export function tilesOf({ roster }: Pick<Desk, 'roster'>, scope: Scope, told: Told): Report['villages'] {
  const wanted = new Set(scope.villages)
  const all = [...roster.nodes.values()]
    .filter((n) => n.level === 'village' && wanted.has(n.id))
    .map(({ id, name }) => ({ name, count: inVillage(told.count, id), marked: inVillage(told.marked, id) }))
  if (all.length < 2) return null
  const shown = new Set(all.length <= ROOM ? all : all.toSorted((a, b) => b.marked - a.marked || b.count - a.count).slice(0, ROOM))
  const rest = all.filter((t) => !shown.has(t))
  const sum = (pick: 'count' | 'marked') => rest.reduce((n, t) => n + t[pick], 0)
  return {
    ...{ title: told.title, tone: told.tone, tiles: all.filter((t) => shown.has(t)) },
    rest: rest.length > 0 ? say.rest(rest.length, told.words[0], sum('count'), told.words[1], sum('marked')) : null,
  }
}
