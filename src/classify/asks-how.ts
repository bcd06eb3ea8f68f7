import { wordsBeside } from '../reading/named-words.ts'
import { EITHER } from '../reading/twisted.ts'
import { tidy } from './tidy.ts'

const words = wordsBeside(import.meta.url, 'asks-how')

/** 怎么办, 咋批呢, 要带啥, 在阿达办, 多少岁有, 啥时候打, 能吃上不: asks for the rule or the way and for nothing to be done. */
const ASKS = words('asks')
/** What an office gives, keeps or charges: of these a question is answered whatever its form. */
const SERVICE = words('service')
const ASKING = words('asking')
/** Something is wrong with it, or somebody is to do it: that is a matter however it is asked. */
const WRONG = words('wrong')
/** A card that was lost is got again by asking for the way, and so is what ended. */
const LOST_PAPER = words('lost-paper', 'anywhere', 'gu')
/** 批不批, 要不要, 算不算: asks. */
const EITHER_WAY = new RegExp(EITHER, 'gu')
const LONGEST = 60

/** A plain question about a way, a rule, a sum, an office: the duty list can answer it. */
export function asksHow(text: string): boolean {
  const said = tidy(text).replace(EITHER_WAY, (both, verb: string) => (verb === '能' || verb === '有' ? both : `${verb}什么`))
  if (said.length > LONGEST || WRONG.test(said.replace(LOST_PAPER, ''))) return false
  return ASKS.test(said) || (SERVICE.test(said) && ASKING.test(said))
}
