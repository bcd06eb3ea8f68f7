import { wordsBeside } from '../reading/named-words.ts'
import { tidy } from './tidy.ts'

const words = wordsBeside(import.meta.url, 'same-danger')

/** What burns, falls, leaks or is missed. */
const THING = words('thing', 'anywhere', 'gu')
const LONGEST_DETAIL = 24
const BEGINS = words('begins', 'start')
const WITHIN = words('within')
const ASKS = words('asks')

const thingsIn = (text: string): Set<string> => new Set(tidy(text).match(THING))

/** Whether two tellings, each with a thing of its own, have none in common: 麦场着火 is not 二社的楼着火. */
export function areApart(one: string, other: string): boolean {
  const [a, b] = [thingsIn(one), thingsIn(other)]
  return a.size > 0 && b.size > 0 && ![...a].some((thing) => b.has(thing))
}
export const shareAThing = (one: string, other: string): boolean => [...thingsIn(one)].some((thing) => thingsIn(other).has(thing))

/** 在二社磨坊后头, 是柴房, 里头还有两个人: where and what, said into somebody else's alarm. */
export function addsDetail(text: string, places: readonly string[]): boolean {
  const said = tidy(text)
  if (said.length > LONGEST_DETAIL || ASKS.test(said)) return false
  const named = places.length > 0 || thingsIn(said).size > 0
  return (BEGINS.test(said) && (named || WITHIN.test(said))) || (WITHIN.test(said) && named)
}
