import { wordsBeside } from '../reading/named-words.ts'
import { PERSON } from './title-clause.ts'

const said = wordsBeside(import.meta.url, 'title-place')

const LONGEST_PLACE = 9
/** 我家门口 read aloud by the bot would be the bot's. */
const MINE = said('mine')
const VAGUE = said('vague', 'whole')

function aloud(place: string): string {
  const own = MINE.test(place)
  const rest = place.replace(MINE, '').replace(PERSON, '').replace(/\s+/gu, '').replace(/的$/u, '')
  const named = own && /^(?:门口|门前|屋后|房后|房背后|窗)/u.test(rest) ? `居民${rest}` : rest
  if (VAGUE.test(named)) return ''
  const chars = Array.from(named)
  if (chars.length <= LONGEST_PLACE) return named
  // Of 坪头村三社大桥头 the end is what a neighbour needs.
  const later = /(?:村|镇|乡)(.{2,9})$/u.exec(named)?.[1]
  return later ?? chars.slice(-LONGEST_PLACE).join('')
}

/** The place for a title: the first that says anything, without persons and without mine. */
export const placeAloud = (places: readonly string[]): string => places.map(aloud).find((p) => p.length > 1) ?? ''
