import { tidy } from './tidy.ts'

/** What burns, falls, leaks or is missed. */
const THING =
  /麦场|草垛|柴房|柴垛|麦草|仓库|戏台|学校|灶房|厨房|变压器|电线|电杆|气罐|三轮|摩托|班车|房|窑|山|坡|林|梁|沟|圈|棚|车|楼|庙|桥|河|井|墙|厂|店|坟|院|树|娃|老人|老汉|婆|爷/gu
const LONGEST_DETAIL = 24
const BEGINS = /^(?:就|应该|好像|像)?(?:在|是|从|往|靠)/u
const WITHIN = /里头|里面|底下|下面|跟前|后头|前头|旁边|还有|还在/u
const ASKS = /[?？]|哪|谁|啥|咋|吗$|么$/u

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
