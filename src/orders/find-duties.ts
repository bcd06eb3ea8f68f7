import type { Duty } from '../domain/duty.ts'
import { inWordsOf, wordsBeside } from '../reading/named-words.ts'

const named = wordsBeside(import.meta.url, 'find-duties')

/** What people put around the matter they ask about: 娃上户口要啥, 低保怎么申请, 请问医保咋交. */
const ASKING = named('asking', 'anywhere', 'gu')
/** Words of the house for words of the list. */
const inListWords = inWordsOf(import.meta.url, 'duty-words')

const plain = (said: string): string => inListWords(said.replace(ASKING, ' ')).trim()

const pairs = (text: string): string[] =>
  [...text.replace(/[^\p{Script=Han}]/gu, '')].flatMap((c, i, all) => (all[i + 1] ? [`${c}${all[i + 1]}`] : []))

interface Fit {
  duty: Duty
  /** A word of the line stands in what was said, or what was said in one of its words; longer ones weigh more. */
  named: number
  /** Only pairs of characters are shared: enough to answer a question with, never to act on. */
  alike: number
}

const square = (word: string): number => word.length * word.length

function fitOf(duty: Duty, said: string): Fit {
  const { name, short, words } = duty
  const within = words.filter((w) => w.length > 1 && said.includes(w)).map(square)
  const around = name.includes(said) || words.some((w) => w === said || (said.length > 1 && w.includes(said))) ? [square(said)] : []
  const whole = [...(short !== '' && said.includes(short) ? [2 * square(short)] : []), ...(said.includes(name) ? [square(name)] : [])]
  const told = `${name}${words.join('|')}`
  return {
    duty,
    named: [...within, ...around, ...whole].reduce((sum, n) => sum + n, 0),
    alike: new Set(pairs(said).filter((pair) => told.includes(pair))).size,
  }
}

/** What scores nearly as much as the best is offered beside it. */
const NEAR = 0.75

function ranked(duties: Iterable<Duty>, said: string): Fit[] {
  const fits = [...duties].map((duty) => fitOf(duty, said))
  return fits.sort((a, b) => b.named + b.alike - a.named - a.alike)
}

const isCalled = (said: string) => (d: Duty) => [d.code, d.name, d.short].includes(said) || d.code === said.toUpperCase()

/** The lines that the words name, the likeliest first: for what is done, not only answered. */
export function namedDuties(duties: Iterable<Duty>, said: string): Duty[] {
  const words = said.trim()
  if (words === '') return []
  const all = [...duties]
  const exact = all.filter(isCalled(words))
  if (exact.length > 0) return exact
  return ranked(all, words).flatMap((f) => (f.named > 0 ? [f.duty] : []))
}

/** The lines of the list that a question in everyday words is about, the likeliest first. */
export function findDuties(duties: Iterable<Duty>, said: string): Duty[] {
  const words = plain(said)
  if (words === '') return []
  const all = [...duties]
  const exact = all.filter(isCalled(words))
  if (exact.length > 0) return exact
  const fits = ranked(all, words)
  const best = fits[0] ? fits[0].named + fits[0].alike : 0
  return best === 0 ? [] : fits.filter((f) => f.named + f.alike >= best * NEAR).map((f) => f.duty)
}
