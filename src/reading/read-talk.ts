import { wordsBeside } from './named-words.ts'

const said = wordsBeside(import.meta.url, 'read-talk')

/** What is said of a talk: when and where it is to be, what came of it, or that the town is to join. */
export type TalkSaid = 'meeting' | 'result' | 'town'

const TOWN = /^(?:请|让|叫|交|报|到|由|给|转)*镇(?:上|里|政府|领导)?(?:来|也|去|一起|出面|参加|帮忙|调解|定|议|说|处理|解决|一下|吧)*$/u
const RESULT = said('result')

/** 镇里 → the town; 谈了没谈拢 → a result; 周五下午村部 → a meeting. */
export function readTalk(words: string): TalkSaid {
  if (TOWN.test(words.replace(/[\s，,。]/gu, ''))) return 'town'
  return RESULT.test(words) ? 'result' : 'meeting'
}
