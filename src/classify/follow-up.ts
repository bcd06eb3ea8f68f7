import { wordsBeside } from '../reading/named-words.ts'
import { tidy } from './tidy.ts'

const words = wordsBeside(import.meta.url, 'follow-up')
/** 我家也没水: short, and 也 right after who is speaking. */
const ME_TOO = words('me-too', 'whole')
const NOT_ME_TOO = words('not-me-too')

const FOLLOW = words('follow')
/** More than this tells something by itself. */
const LONGEST_FOLLOW = 40
/** A first clause no longer than this names nothing of its own. */
const LONGEST_CUE = 8
const LONGEST_ME_TOO = 24

const THANKS = words('thanks')
const BUT = words('but')
const LONGEST_THANKS = 40

/** +1, 我家也是, 我们这也没水: the same trouble at the speaker's own place. */
export function isMeToo(text: string): boolean {
  const said = tidy(text).replace(/^@\S+\s*/u, '')
  return said.length <= LONGEST_ME_TOO && ME_TOO.test(said) && !NOT_ME_TOO.test(said)
}

/** 还是没修, 催一下, 又坏了: talks about something told before. */
export function isFollowUp(text: string): boolean {
  const said = tidy(text)
  return said.length <= LONGEST_FOLLOW && FOLLOW.test(said)
}

/** 还是没修，地都干裂了: begins by speaking of what was told before, whatever comes after; 又停电了 names a `thing` of its own. */
export const beginsAsFollowUp = (text: string, things: readonly string[]): boolean => {
  const [first = ''] = tidy(text).split(/[,，。;；!?\n]/u)
  return first.length <= LONGEST_CUE && FOLLOW.test(first) && !things.some((w) => w.length > 1 && first.includes(w))
}

/** Thanks and nothing else that anybody would have to do. */
export function isThanks(text: string): boolean {
  const said = tidy(text)
  return said.length <= LONGEST_THANKS && THANKS.test(said) && !BUT.test(said)
}
