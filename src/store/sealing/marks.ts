import { createCipheriv, createHmac } from 'node:crypto'
import type { Keys } from './key-ring.ts'

/** The mark of a whole value: the same for the same, and no way back without the key. */
export const markOfWhole = ({ find }: Keys, value: string): string =>
  createHmac('sha256', find).update(value).digest('base64url').slice(0, 22)

const BLOCK = 16
/** No words have it. */
const NOTHING = 0
/** Telephones and numbers of people leave no mark, however they are grouped. */
const LONG_NUMBER = /\d(?:[\s-]?\d){4,}/gu

const runsOf = (text: string): string[][] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(LONG_NUMBER, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((run) => run !== '')
    .map((run) => [...run])

/** All that stand in a run, of so many characters. */
const gramsOf = (run: readonly string[], length: number): string[] => run.slice(length - 1).map((_, i) => run.slice(i, i + length).join(''))
/** Of ten digits and some letters the same pairs stand everywhere; threes of Chinese find little that pairs do not, and were a third of all marks. */
const threesOf = (run: readonly string[]): string[] => gramsOf(run, 3).filter((three) => /[\da-z]/u.test(three))

/** One block each, through the cipher in one go: a keyed hash at the price of a single call. */
function hashed({ find }: Keys, grams: ReadonlySet<string>): number[] {
  const blocks = Buffer.alloc(grams.size * BLOCK)
  for (const [i, gram] of [...grams].entries()) blocks.write(gram, i * BLOCK, BLOCK, 'utf8')
  const cipher = createCipheriv('aes-256-ecb', find, null).setAutoPadding(false)
  const done = cipher.update(blocks)
  return Array.from(grams, (_, i) => done.readInt32BE(i * BLOCK))
}

/** The marks of a text: its characters, their pairs, and threes where there is a digit or a letter among them. */
export const marksOfWords = (keys: Keys, text: string): number[] =>
  hashed(keys, new Set(runsOf(text).flatMap((run) => [...gramsOf(run, 1), ...gramsOf(run, 2), ...threesOf(run)])))

/** The marks that a text must have in which these words stand; one that no text has when there is nothing to look for. */
export function marksSought(keys: Keys, words: string): number[] {
  const grams = new Set(runsOf(words).flatMap((run) => (run.length === 1 ? run : [...gramsOf(run, 2), ...threesOf(run)])))
  return grams.size === 0 ? [NOTHING] : hashed(keys, grams)
}
