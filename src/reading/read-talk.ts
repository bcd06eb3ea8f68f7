import { withoutMarks } from './marks.ts'
import { wordsBeside } from './named-words.ts'

const said = wordsBeside(import.meta.url, 'read-talk')

/** What is said of a talk: when and where it is to be, what came of it, or that the town is to join. */
export type TalkSaid = 'meeting' | 'result' | 'town'

const TOWN = said('town')
const RESULT = said('result')

/** 镇里 → the town; 谈了没谈拢 → a result; 周五下午村部 → a meeting. */
export function readTalk(words: string): TalkSaid {
  if (TOWN.test(withoutMarks(words))) return 'town'
  return RESULT.test(words) ? 'result' : 'meeting'
}
