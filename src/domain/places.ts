import { type GridNode, lineUp } from './grid.ts'
import { readOrdinals } from './numerals.ts'
import type { Roster } from './roster.ts'

const NUMBERED = /(?:第)?(\d[、,，和]\d|[零〇一二两三四五六七八九十百\d]{1,6})(?:社|组|小组|队|生产队)/gu

/** By which numbers words name 社: 第三组 and ３社 the third, 三四社 the third and the fourth. */
export const sheNumbers = (text: string): number[] =>
  [...text.normalize('NFKC').matchAll(NUMBERED)].flatMap((m) => readOrdinals(m[1] ?? ''))

/** The 社 of a village. */
const shesOf = (roster: Roster, village: string): GridNode[] =>
  [...roster.nodes.values()].filter((n) => n.level === 'she' && lineUp(roster.nodes, n.id).includes(village))

/** 3社, 第三社 and 三组 are the village's 三社. */
function byNumber(shes: readonly GridNode[], text: string): string | null {
  for (const number of sheNumbers(text)) {
    const she = shes.find((n) => sheNumbers(n.name)[0] === number)
    if (she) return she.id
  }
  return null
}

/** The longest of the names and by-names that stand in the words: 上大桥头 before 桥头. */
function byName(shes: readonly GridNode[], text: string): string | null {
  const named = shes.flatMap((n) =>
    // 三社 stands in 十三社 as well; numbers are read, not looked for.
    [n.name, ...n.aliases]
      .filter((name) => name.length > 1 && sheNumbers(name).length === 0 && text.includes(name))
      .map((name) => ({ name, id: n.id })),
  )
  return named.sort((a, b) => b.name.length - a.name.length)[0]?.id ?? null
}

const HOUSE = /(老)?(\p{Script=Han}{1,3}?)家/gu

/** 张建国家门口, 老王家: the 社 of that household, where the village has only one that it can be. */
function byHousehold(roster: Roster, village: string, text: string): string | null {
  for (const [, old, name = ''] of text.matchAll(HOUSE)) {
    const homes = [...roster.people.values()].flatMap((p) => {
      const named = old && name.length === 1 ? p.name.startsWith(name) : name.length > 1 && p.name === name
      const grid = named && p.household ? roster.households.get(p.household) : undefined
      return grid && lineUp(roster.nodes, grid).includes(village) ? [grid] : []
    })
    const shes = new Set(homes.map((grid) => lineUp(roster.nodes, grid).find((id) => roster.nodes.get(id)?.level === 'she')))
    const [only, second] = shes
    if (only && !second) return only
  }
  return null
}

/** Where in the village: the 社 that the words name by number, by name or by-name, or by whose house it is; else null. */
export function findPlace(roster: Roster, village: string, words: readonly string[]): string | null {
  const shes = shesOf(roster, village)
  for (const find of [
    (word: string) => byNumber(shes, word),
    (word: string) => byName(shes, word),
    (word: string) => byHousehold(roster, village, word),
  ])
    for (const word of words) {
      const she = find(word)
      if (she) return she
    }
  return null
}

/** The 社 that go by exactly this name already. */
export const calledSo = (roster: Roster, village: string, name: string): string[] =>
  shesOf(roster, village)
    .filter((n) => n.aliases.includes(name))
    .map((n) => n.id)

/** Words that stand at every corner and name none. */
const ANYWHERE =
  /^(?:大|小)?(?:村|庄|社|组|路|桥|沟|河|坡|山|渠|井|街|巷子?|学校|小学|幼儿园|村部|村委会|卫生室|广场|文化广场|水塔|变压器|门|家门|房|屋)?(?:里|口|头|上|下|边|前|后|背后|后面|前面|里面|上面|下面|旁边|门口|门前|对面|中间|附近)?$/u
const LONGEST_BY_NAME = 8

/** A by-name worth remembering for a place: said as a place, no place of the village yet, and not one that is everywhere. */
export function byNameIn(roster: Roster, village: string, words: readonly string[]): string | null {
  const fits = (word: string) =>
    /^\p{Script=Han}+$/u.test(word) &&
    word.length > 1 &&
    word.length <= LONGEST_BY_NAME &&
    !ANYWHERE.test(word) &&
    !/家|我|他/u.test(word) &&
    findPlace(roster, village, [word]) === null
  return words.find(fits) ?? null
}
