import { wordsBeside } from './named-words.ts'

const said = wordsBeside(import.meta.url, 'detail')

const WHEN = said('when', 'anywhere', 'gu')
const FILL = said('fill', 'anywhere', 'gu')
/** 停, 灭, 黑: a word that says of what was told before that it lasts. */
const MOST = 1

/** 三社路口, 三社从昨晚停到现在: where and since when, and nothing that could be told apart from what was said before it. */
export function isOnlyDetail(words: string, places: readonly string[]): boolean {
  let rest = words
  for (const place of [...places].sort((a, b) => b.length - a.length)) rest = rest.replaceAll(place, '')
  return /[\p{L}\p{N}]/u.test(words) && Array.from(rest.replace(WHEN, '').replace(FILL, '')).length <= MOST
}
