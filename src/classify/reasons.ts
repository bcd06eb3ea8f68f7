import type { Danger } from '../domain/judgement.ts'
import { STANCES, TOPICS } from './concepts.ts'

// biome-ignore format: a table
const LOOKS_LIKE: Record<Danger, string> = {
  fire: '着火', flood: '水患', landslide: '滑坡落石', gas: '煤气', collapse: '房屋倒塌', electric: '触电漏电', brawl: '打斗', accident: '有人伤病',
  missing: '有人走失', violence: '家里打人', selfharm: '想不开', child: '孩子受害',
  elder: '老人不好', poison: '中毒',
}
export const dangerReason = (danger: Danger): string => `像是${LOOKS_LIKE[danger]}`

/** What makes talk of a text, in a clerk's words. */
// biome-ignore format: a table
const TALK: Readonly<Record<string, string>> = {
  'office-reply': '像是单位的答复', rule: '像是条文', notice: '像是通知', advert: '像是广告', news: '像是新闻', praise: '像是道谢', done: '像是已经好了',
  greeting: '像是问候', hearsay: '像是听来的或从前的事',
}
const MOST = 3

export const evidenceReason = (words: readonly string[]): string => `提到${words.join('、')}`

/** Words of the text that speak loudest: what can be pointed at, the duty list's own, then what the model weighed most, then the place. */
export function matterReason(
  text: string,
  dutyWords: readonly string[],
  weight: (topic: string) => number,
  places: readonly string[],
): string {
  const topics = TOPICS.flatMap(([name, says]) => {
    const word = says.exec(text)?.[0]
    return word && word.length > 1 && word.length < 6 ? [{ word, weight: weight(name) }] : []
  })
    .filter((t) => t.weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map((t) => t.word)
  const said: string[] = []
  for (const word of [...dutyWords.slice(0, 2), ...topics, ...places])
    if (said.length < MOST && !said.some((s) => s.includes(word) || word.includes(s))) said.push(word)
  return said.length > 0 ? `提到${said.join('、')}` : '按整句的说法'
}

export function talkReason(text: string): string {
  const heard = STANCES.find(([name, says]) => name in TALK && says.test(text))
  return (heard && TALK[heard[0]]) ?? '像是平常的话'
}
