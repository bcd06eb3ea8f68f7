import { wordsBeside } from '../reading/named-words.ts'
import { PERSON } from './title-clause.ts'

const said = wordsBeside(import.meta.url, 'title-place')

const LONGEST_PLACE = 9
/** 我家门口 read aloud by the bot would be the bot's. */
const MINE = said('mine')
const BEHIND = said('behind')
const OF = said('of', 'end')
/** 门口 alone is anybody's. */
const OUTSIDE = said('outside', 'start')
const VAGUE = said('vague', 'whole')

function aloud(place: string): string {
  const own = MINE.test(place)
  const rest = place.replace(MINE, '').replace(PERSON, '').replace(/\s+/gu, '').replace(OF, '')
  const named = own && OUTSIDE.test(rest) ? `居民${rest}` : rest
  if (VAGUE.test(named)) return ''
  const chars = Array.from(named)
  if (chars.length <= LONGEST_PLACE) return named
  // Of 坪头村三社大桥头 the end is what a neighbour needs.
  const later = BEHIND.exec(named)?.[1]
  return later ?? chars.slice(-LONGEST_PLACE).join('')
}

/** The place for a title: the first that says anything, without persons and without mine. */
export const placeAloud = (places: readonly string[]): string => places.map(aloud).find((p) => p.length > 1) ?? ''
