/** By whose wish somebody was forgotten: their own, at the page behind a 说事码, the clerk's for them, the operator's; `time`: nobody's, it was over. */
export const WISHES = ['self', 'slip', 'clerk', 'operator', 'time'] as const
export type Wish = (typeof WISHES)[number]

const MARK = 'forgotten-'
/** What somebody is called of whom only the matter stays, and what stands where their words stood. */
export const FORGOTTEN_NAME = '一位居民'
export const FORGOTTEN_WORDS = '（原话已删）'

/** Who somebody is in what stays of theirs: nobody can tell who, and two of them are still two. */
export const forgottenId = (fresh: string): string => `${MARK}${fresh}`
export const isForgotten = (person: string): boolean => person.startsWith(MARK)

/**
 * What becomes of a measure's cases that name somebody who is forgotten. `law`: a file that a law wants kept, with the name (which
 * one stands in .github/privacy.md); `office`: only people in office stand in it, for what they did there; `consent`: it rested on
 * their yes or was theirs to say, so they and their words are taken out.
 */
export type CaseFate = 'law' | 'office' | 'consent'
