import { groupIn } from '../domain/notice.ts'
import { wordsBeside } from '../reading/named-words.ts'
import { whoIAm } from '../wording/replies.ts'
import type { Call, Reply } from './define-command.ts'

const said = wordsBeside(import.meta.url, 'who-am-i')

const LONGEST = 20
/** 你是谁, 你是干啥的, 你是机器人吗, 你是人是鬼, 谁在说话. */
const ASKS = said('asks', 'anywhere', 'iu')

/** Whoever asks what this is gets one honest line, where they asked: in the group only when it was called by name. */
export function whoAmI({ spoken, text, called }: Pick<Call, 'spoken' | 'text' | 'called'>): Reply[] | null {
  const alone = groupIn(spoken.conversation) === null
  if ((!alone && !called) || text.length > LONGEST || !ASKS.test(text)) return null
  return [{ text: whoIAm, where: alone ? 'private' : 'group' }]
}
