import { lineUp } from './grid.ts'
import { NUMBER, readNumber } from './numerals.ts'
import { sheNumbers } from './places.ts'
import type { Roster } from './roster.ts'
import { plainWidth, visible } from './visible.ts'

/** What one word of a search may mean; a matter is found by any of these. */
export interface Term {
  words: string
  /** 坪02: that number, of these villages; 2号: of any. */
  number: { of: number; villages: readonly string[] | null } | null
  /** Everything that lies in the places of this name. */
  places: readonly string[]
  people: readonly string[]
}

const LONGEST = 40
const MOST = 5
/** 坪02, 坪头村2号, 第2号, 2; a telephone has more digits. */
const NUMBERED = new RegExp(`^(?<village>\\p{Script=Han}*?)(?:第|#)?(?<number>${NUMBER})(?<behind>号|件)?$`, 'u')

/** What somebody looks for, word by word; every word has to be found. */
export const readSearch = (roster: Roster, said: string): Term[] =>
  plainWidth(visible(said))
    .slice(0, LONGEST)
    .split(/[\s，,、。;；]+/u)
    .filter((word) => word !== '')
    .slice(0, MOST)
    .map((words) => ({ words, number: numberIn(roster, words), places: placesIn(roster, words), people: peopleIn(roster, words) }))

function numberIn(roster: Roster, words: string): Term['number'] {
  const { village = '', number = '', behind } = NUMBERED.exec(words)?.groups ?? {}
  const of = readNumber(number)
  if (of === null || of === 0 || number.length > 4) return null
  // 三 alone is a word, 3 and 三号 are numbers.
  if (village === '') return behind || /^\d+$/u.test(number) ? { of, villages: null } : null
  const villages = [...roster.nodes.values()].filter((n) => n.short === village || isCalled(n, village)).map((n) => n.id)
  return villages.length > 0 ? { of, villages } : null
}

type Named = { name: string; aliases: readonly string[] }

/** 坪头 is 坪头村. */
const isCalled = ({ name, aliases }: Named, words: string): boolean =>
  name === words || name === `${words}村` || aliases.some((alias) => alias === words || alias === `${words}村`)

/** 坪头村, 坪头三社, 3社 of any village, 大桥头: whatever lies inside. */
function placesIn({ nodes }: Roster, words: string): string[] {
  const found = [...nodes.values()].filter((n) => {
    if (n.level === 'town' || n.level === 'ten') return false
    if (isCalled(n, words)) return true
    if (n.level === 'village') return false
    const above = nodes.get(n.parentId ?? '')?.name.replace(/村$/u, '') ?? ''
    const rest = above !== '' && words.startsWith(above) ? words.slice(above.length).replace(/^村/u, '') : words
    return n.aliases.includes(rest) || (/^\S+[社组队]$/u.test(rest) && sheNumbers(rest)[0] === (sheNumbers(n.name)[0] ?? 0))
  })
  const inside = new Set(found.map((n) => n.id))
  return [...nodes.keys()].filter((id) => lineUp(nodes, id).some((above) => inside.has(above)))
}

/** 王芳, and 建国 where that is part of a name; a family name alone says nothing. */
const peopleIn = ({ people }: Roster, words: string): string[] =>
  [...words].length < 2 || !/^[\p{Script=Han}·]+$/u.test(words)
    ? []
    : [...people.values()].filter((p) => p.name.includes(words)).map((p) => p.id)
