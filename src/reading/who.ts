import { villageStem } from '../domain/village-stem.ts'
import { withoutHead } from './marks.ts'
import { wordsBeside } from './named-words.ts'

export interface Candidate {
  id: string
  name: string
  /** What the person is called by office: 支书, 文书, 值班. */
  titles: readonly string[]
  village: string
}

export type Who<C extends Candidate = Candidate> = { one: C } | { several: C[] } | { none: true }

const named = wordsBeside(import.meta.url, 'who')

const COMPOUND = named('compound', 'start')
const KIN = named('kin', 'whole')
const LITTLE = named('little', 'start')
const YOUNG = named('young', 'start')
const LED_BY = named('led-by', 'start')
const SAME_OFFICE: Record<string, string> = {
  书记: '支书',
  支部书记: '支书',
  村支书: '支书',
  值班员: '值班',
  值班领导: '值班',
  会计: '文书',
  网格长: '网格员',
}

const surname = (name: string): string => COMPOUND.exec(name)?.[0] ?? name.slice(0, 1)
const given = (name: string): string => name.slice(surname(name).length)

const holds = (c: Candidate, office: string): boolean =>
  c.titles.some((t) => t === office || t.endsWith(office) || t === SAME_OFFICE[office] || SAME_OFFICE[t] === office)

/** From the surest way of naming somebody to the loosest; the first that fits anybody decides. */
const WAYS: ((said: string, c: Candidate) => boolean)[] = [
  (said, c) => said === c.name,
  (said, c) => said.startsWith(c.name) && holds(c, said.slice(c.name.length)),
  (said, c) => said.startsWith(surname(c.name)) && said.length > surname(c.name).length && holds(c, said.slice(surname(c.name).length)),
  (said, c) => given(c.name).length > 1 && said === given(c.name),
  (said, c) => KIN.test(said.slice(said.startsWith(given(c.name)) ? given(c.name).length : said.length)) && given(c.name).length > 1,
  (said, c) => LITTLE.test(said) && said.slice(1) === surname(c.name),
  (said, c) => said.startsWith(surname(c.name)) && KIN.test(said.slice(surname(c.name).length)),
  (said, c) => said.length === 2 && KIN.test(said.slice(1)) && given(c.name).endsWith(said.slice(0, 1)),
  (said, c) => YOUNG.test(said) && said.length === 2 && given(c.name).endsWith(said.slice(1)),
  (said, c) => said.length > 1 && holds(c, said),
]

const villageNames = (c: Candidate): string[] => [c.village, villageStem(c.village)].filter((v) => v.length > 1)

/** Without the village somebody put before the name: 坪头王支书. */
function withoutVillage(said: string, c: Candidate): string | null {
  const village = villageNames(c).find((v) => said.startsWith(v) && said.length > v.length)
  return village === undefined ? null : said.slice(village.length).replace(/^的/, '')
}

const settle = <C extends Candidate>(found: C[]): Who<C> => {
  const [first] = found
  return first === undefined ? { none: true } : found.length === 1 ? { one: first } : { several: found }
}

function among<C extends Candidate>(said: string, candidates: readonly C[]): C[] {
  for (const way of WAYS) {
    const found = candidates.filter((c) => {
      const short = withoutVillage(said, c)
      return way(said, c) || (short !== null && way(short, c))
    })
    if (found.length > 0) return found
  }
  return []
}

/** Whom a word means. Of several lists the first that has anybody decides, but a full name beats every list. */
export function readWho<C extends Candidate>(spoken: string, ...lists: (readonly C[])[]): Who<C> {
  const said = spoken.replace(/^@/, '').replace(/\s+/g, '')
  if (said === '') return { none: true }
  for (const list of lists) {
    const byName = list.filter((c) => c.name === said)
    if (byName.length > 0) return settle(byName)
  }
  for (const list of lists) {
    const found = among(said, list)
    if (found.length > 0) return settle(found)
  }
  return { none: true }
}

const LONGEST = 10

/** The person a text begins with (让小李去, 转给王芳 她懂水电), and what is said besides. */
export function readWhoAtStart<C extends Candidate>(text: string, ...lists: (readonly C[])[]): { who: Who<C>; rest: string } {
  const start = text.replace(LED_BY, '')
  for (const body of new Set([start, text.trim()]))
    for (let length = Math.min(LONGEST, body.length); length > 0; length--) {
      const who = readWho(body.slice(0, length), ...lists)
      if (!('none' in who))
        return {
          who,
          rest: withoutHead(body.slice(length)).trim(),
        }
    }
  return { who: { none: true }, rest: text.trim() }
}

/**
 * How much of a text is somebody's name or title, from its first character on; 0 where none stands there. Asked at many places
 * of many texts, so it first looks whether anybody's can begin so at all.
 */
export function namesAmong<C extends Candidate>(candidates: readonly C[]): (text: string) => number {
  const begins = new Set('小老大阿')
  for (const c of candidates)
    for (const words of [c.name, given(c.name), given(c.name).slice(-1), c.village, ...c.titles, ...Object.keys(SAME_OFFICE)])
      begins.add(words.slice(0, 1))
  return (text) => {
    if (!begins.has(text.slice(0, 1))) return 0
    for (let length = Math.min(LONGEST, text.length); length > 1; length--)
      if (text[length - 1] !== ' ' && !('none' in readWho(text.slice(0, length), candidates))) return length
    return 0
  }
}
