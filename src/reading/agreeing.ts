import { wordsBeside } from './named-words.ts'

const said = wordsBeside(import.meta.url, 'agreeing')

/**
 * 就是, 对对, 是啊, 可不是, 没错: taking up what somebody else has just said. Set off from what follows, or followed by whose trouble it is: 就是说 and 就是想问 are
 * neither.
 */
const AGREES = said('agrees', 'start')
/** Of something else after all: a question, or a turn. */
const ELSEWHERE = said('elsewhere')

/** What follows the agreement, or null where the words agree with nobody or go on to something else. */
export function afterAgreeing(text: string): string | null {
  const opener = AGREES.exec(text.trim())
  if (!opener) return null
  const rest = text.trim().slice(opener[0].length)
  return rest === '' || ELSEWHERE.test(rest) ? null : rest
}
