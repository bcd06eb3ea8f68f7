import { soundsOf } from './sounds.ts'

export interface Nearest {
  word: string
  /** 1 is the word itself; from 0.7 on it may be suggested; below, only when what follows looks like a command. */
  score: number
}

/** Words of everyday talk that happen to sound or look like a command. */
const ORDINARY = new Set([
  '代办',
  '办法',
  '办理',
  '办事',
  '半截',
  '传达',
  '接着',
  '完整',
  '帮主',
  '走方',
  '进站',
  '同一',
  '统一',
  '大白',
  '长',
  '一',
])

const ORDINARY_SCORE = 0.6
const SUGGESTED_FROM = 0.7

const heard = new Map<string, string[]>()

function soundsOfCommand(word: string): string[] {
  const known = heard.get(word) ?? soundsOf(word)
  heard.set(word, known)
  return known
}

/** zh/z, n/l, ing/in and the like fall together in many mouths and input methods. */
const dialect = (sound: string): string =>
  sound
    .replace(/^([zcs])h/, '$1')
    .replace(/^n/, 'l')
    .replace(/ng$/, 'n')

const isSwapped = (a: string[], b: string[]): boolean => {
  const off = a.flatMap((c, i) => (c === b[i] ? [] : [i]))
  const [i, j] = off
  return off.length === 2 && i !== undefined && j === i + 1 && a[i] === b[j] && a[j] === b[i]
}

const isWithoutOne = (long: string[], short: string[]): boolean =>
  long.length === short.length + 1 && long.some((_, i) => long.filter((_c, k) => k !== i).join('') === short.join(''))

/** `heardTyped`: how the typed word sounds, asked for only where that decides. */
function score(typed: string, word: string, heardTyped: () => string[]): number {
  if (typed === word) return 1
  const [a, b] = [Array.from(typed), Array.from(word)]
  if (a.length < 2 || b.length < 2 || Math.abs(a.length - b.length) > 1) return 0
  if (isSwapped(a, b)) return 0.9
  if (isWithoutOne(a, b) || isWithoutOne(b, a)) return Math.min(a.length, b.length) > 2 ? 0.8 : new Set(a).size < a.length ? 0.75 : 0.5
  if (a.length !== b.length) return 0
  const [said, meant] = [heardTyped(), soundsOfCommand(word)]
  if (said.join(' ') === meant.join(' ')) return 0.9
  if (said.map(dialect).join(' ') === meant.map(dialect).join(' ')) return 0.8
  const wrong = a.filter((c, i) => c !== b[i]).length
  return wrong === 1 ? (a.length > 2 ? 0.75 : 0.5) : 0
}

/** 平 and 坪: one sound, in many mouths. */
export const soundsLike = (typed: string, word: string): boolean =>
  soundsOf(typed).map(dialect).join(' ') === soundsOfCommand(word).map(dialect).join(' ')

/** The command word a typed word is nearest to, with how near; null when none is near at all. */
export function nearestScored(typed: string, words: readonly string[]): Nearest | null {
  let best: Nearest | null = null
  let heardOnce: string[] | null = null
  const heardTyped = () => {
    heardOnce ??= soundsOf(typed)
    return heardOnce
  }
  for (const word of words) {
    const raw = score(typed, word, heardTyped)
    const near = raw < 1 && ORDINARY.has(typed) ? Math.min(raw, ORDINARY_SCORE) : raw
    if (near > 0 && near > (best?.score ?? 0)) best = { word, score: near }
  }
  return best
}

export function nearestWord(typed: string, words: readonly string[]): string | null {
  const nearest = nearestScored(typed, words)
  return nearest && nearest.score >= SUGGESTED_FROM ? nearest.word : null
}
