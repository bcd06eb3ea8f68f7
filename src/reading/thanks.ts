import { wordsBeside } from './named-words.ts'

const said = wordsBeside(import.meta.url, 'thanks')

/** What such a line is made of, each kind by a letter; the first that stands at a place is meant. */
const PIECES = [
  ['-', said('break', 'start')],
  ['j', said('joy', 'start')],
  ['k', said('known', 'start')],
  ['y', said('yes', 'start')],
  ['t', said('thanks', 'start')],
  ['o', said('off', 'start')],
] as const
const SHAPES = said('shapes', 'whole')

/**
 * 好了麻烦你了, 太好了: a yes with thanks, or a cry of joy, and nothing besides. It tells nothing of any matter. Piece by piece, for one
 * expression over all of it would try 好好好好好 in every way it can be cut.
 */
export function isOnlyThanks(text: string): boolean {
  let kinds = ''
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at)
    const [kind, words] = PIECES.map(([letter, piece]) => [letter, piece.exec(rest)?.[0] ?? ''] as const).find(([, w]) => w !== '') ?? []
    if (!kind || !words) return false
    kinds += kind
    at += words.length
  }
  return SHAPES.test(kinds.replaceAll('-', ''))
}
