import { BEARINGS, type Bearing, type Neighbour, type Point, type Survey } from './facts.ts'

const NUMBER = '-?\\d+(?:\\.\\d+)?'
const PAIR = new RegExp(`(${NUMBER})\\s*[,，]\\s*(${NUMBER})`, 'gu')
const AGAIN = new RegExp(`(?:闭合|复测|回到A|回A)[^\\d-]{0,4}(${NUMBER})\\s*[,，]\\s*(${NUMBER})`, 'iu')
/** A minus right behind a gap is meant, and refused as no length; between two numbers it only parts them. */
const LENGTH = /(?<![\d.])((?:(?<=^|[\s：:长角])[-−])?\d+(?:\.\d+)?)(?![\d.]*[,，]\s*\d)(?: ?(?:米|m))?/giu
const DIAGONAL = /对角线?/u
const CHECK = /(?:另一?[条个]?对角线?|复核|BD)/iu
const SIDES = /边长?|[三四五六]边/u
/** Half a metre from where one began is where one began. */
const SAME_SPOT = 0.5

const WAYS: readonly (readonly [word: string, bearing: Bearing])[] = [
  ['东北', 'northeast'],
  ['东南', 'southeast'],
  ['西北', 'northwest'],
  ['西南', 'southwest'],
  ['东', 'east'],
  ['南', 'south'],
  ['西', 'west'],
  ['北', 'north'],
]

const lengths = (text: string): number[] => [...text.matchAll(LENGTH)].map((m) => Number(m[1]?.replace('−', '-')))

function fromPairs(text: string): Survey | null {
  const spoken = AGAIN.exec(text)
  const rest = spoken ? text.replace(spoken[0], ' ') : text
  const points = [...rest.matchAll(PAIR)].map((m): Point => [Number(m[1]), Number(m[2])])
  if (points.length === 0) return null
  if (spoken) return { by: 'points', points, again: [Number(spoken[1]), Number(spoken[2])] }
  const [first, last] = [points[0], points.at(-1)]
  const closes = points.length > 3 && first && last && Math.hypot(first[0] - last[0], first[1] - last[1]) < SAME_SPOT
  return closes ? { by: 'points', points: points.slice(0, -1), again: last } : { by: 'points', points, again: null }
}

type Part = 'sides' | 'diagonals' | 'check'
const HEADS = new RegExp(`${CHECK.source}|${DIAGONAL.source}|边长?|[三四五六]边|在场|到场`, 'giu')
const partOf = (head: string): Part | null =>
  CHECK.test(head) ? 'check' : DIAGONAL.test(head) ? 'diagonals' : SIDES.test(head) || head.startsWith('边') ? 'sides' : null

/** Each length belongs to the word before it, in whatever order they come; one more diagonal, named 另一条 or 复核, is measured to be sure. */
function fromLengths(text: string): Survey | null {
  const found: Record<Part, number[]> = { sides: [], diagonals: [], check: [] }
  let [part, from]: [Part | null, number] = ['sides', 0]
  for (const head of [...text.matchAll(HEADS), null]) {
    if (part) found[part].push(...lengths(text.slice(from, head?.index)))
    if (head) [part, from] = [partOf(head[0]), head.index + head[0].length]
  }
  const { sides, diagonals, check } = found
  if (sides.length === 0 || (sides.length < 3 && !SIDES.test(text))) return null
  return { by: 'sides', sides, diagonals, check: check[0] ?? null }
}

/** What was called out on the ground, or null where a text holds no measurement. Whether it can be a plot is another question. */
export function readSurvey(text: string): Survey | null {
  const byLength = !/坐标/u.test(text) && (SIDES.test(text) || DIAGONAL.test(text))
  return byLength ? fromLengths(text.replace(/[,，、]/gu, ' ')) : (fromPairs(text) ?? fromLengths(text))
}

/** 基线朝东, AB朝西北: degrees from north, clockwise. */
export function readBearing(text: string): number | null {
  const said = /(?:基线|AB|A到B)?朝(?:向|着)?([东南西北]{1,2})/iu.exec(text)?.[1]
  const way = said ? WAYS.find(([word]) => said.startsWith(word)) : undefined
  return way ? BEARINGS[way[1]] : null
}

const ROLE = '甲方|乙方|村支书|支书|文书|调解员|网格员|见证人?|证人|邻居|干部'
const PERSON = new RegExp(`(${ROLE})?[：:]?(\\p{Script=Han}{2,4})`, 'gu')

/** What else is said of a measurement in one breath with who was there. */
const MEASURED =
  /(?:另一?[条个]?)?对角线?|复核|边长?|[三四五六]边|坐标|闭合|复测|回到?A|基线|(?:AB|A到B)?朝(?:向|着)?[东南西北]{1,2}|[A-Z]{1,2}|[\d.,，−-]+(?:米|m)?/giu
const NOBODY = /^(?:在场|到场|双方|两家|大家|他们|干部|都|也|全)$/u

const namesIn = (said: string): string[] =>
  said
    .split(/[\s、，,和]+/u)
    .flatMap((part) => [...part.matchAll(PERSON)].map((m) => m[0]).slice(0, 1))
    .filter((part) => !NOBODY.test(part))

/** 在场 甲方周德福 乙方李晓东、王永明; 甲方周德福和乙方李晓东都在场: everybody as they were named, with what they stood there as. */
export function readPresent(text: string): string[] {
  const found = /^(.*?)(?:都|均|也|全)?(?:在场|到场)(?:的|有|人)?[：:\s]*([^。；;]*)/su.exec(text)
  if (!found) return namesIn(text)
  const [, before = '', behind = ''] = found
  const after = namesIn(behind.replace(/(?:对角|边长|坐标|闭合|基线|朝|四至|邻|争议).*$/u, ''))
  return after.length > 0 ? after : namesIn((before.split(/[。；;]/u).at(-1) ?? '').replace(MEASURED, ' '))
}

const LINE_SIDE = /([A-Z]{2})(?:边|线)?(?:外面?|那边)?(?:是|邻|靠|挨着?|接着?|为)?[：:\s]*(?!朝|争|边|线|这|有)(\p{Script=Han}{2,8})/gu
const COMPASS_SIDE = /([东南西北])(?:至|邻|靠|面是|边是|边邻)[：:\s]*(\p{Script=Han}{2,8})/gu
const TELLS_NEIGHBOURS = /四至|[A-Z]{2}(?:边|线)?(?:外|邻|靠|挨|接)|[东南西北](?:至|邻|靠|面是|边是|边邻)/u

/** 四至 AB李晓东家 BC村道; 东至李晓东家 南至村道: what lies behind a side, the side by its letters or by where it faces. */
export const readNeighbours = (text: string): Neighbour[] =>
  TELLS_NEIGHBOURS.test(text)
    ? [...text.matchAll(LINE_SIDE), ...text.matchAll(COMPASS_SIDE)].map(([, side = '', name = '']) => ({ side, name }))
    : []

const DISPUTED = /争议?(?:的)?(?:就?是|在|边|线|界|：|:|\s)*([A-Z]{2})|([A-Z]{2})(?:这?[条边线]*)(?:有争议|有争|争着)/gu

/** 争议 AB, 争的是CD, AB这条边有争议: which sides are fought over. */
export const readDisputed = (text: string): string[] => [...text.matchAll(DISPUTED)].map((m) => m[1] ?? m[2] ?? '')
