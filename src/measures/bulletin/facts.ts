import type { Picture } from '../../domain/picture.ts'

/** What a group's one collected post of the day is made of, the most pressing first. */
export const BULLETIN_OCCASIONS = ['policy', 'assembly', 'lecture', 'disclosure', 'exemplar', 'spirit'] as const
export type BulletinOccasion = (typeof BULLETIN_OCCASIONS)[number]

/** One thing that waits to be told in one group, on the first day that has room for it. */
export interface BulletinItem {
  /** Unique in the town; a second one with the same id cannot be written. What it belongs to comes first: `lecture:<id>:told:<group>`. */
  id: string
  group: string
  occasion: BulletinOccasion
  text: string
  /** Days as 2026-11-27: not before the one, not after the other. */
  from: string
  until: string | null
  /** Never in a group that heard of danger, an alarm or a late matter within a day. */
  gentle: boolean
  picture: { name: string; tells: Picture } | null
}

/** One post is read, four things in it are not. */
const MOST_ITEMS = 3
const MOST_CHARACTERS = 500

/** What goes into today's post of one group; the rest waits for another day. One post carries one picture. */
export function choosePost(waiting: readonly BulletinItem[], badNews: boolean): BulletinItem[] {
  const rank = (i: BulletinItem) => BULLETIN_OCCASIONS.indexOf(i.occasion)
  const chosen: BulletinItem[] = []
  for (const item of waiting.toSorted((a, b) => rank(a) - rank(b))) {
    if (item.gentle && badNews) continue
    if (item.picture && chosen.some((c) => c.picture)) continue
    // Two pieces of edification on one day are one too many.
    if (item.occasion === 'spirit' && chosen.some((c) => c.occasion === 'spirit')) continue
    const length = chosen.reduce((sum, c) => sum + c.text.length, item.text.length)
    if (chosen.length < MOST_ITEMS && (chosen.length === 0 || length <= MOST_CHARACTERS)) chosen.push(item)
  }
  return chosen
}
