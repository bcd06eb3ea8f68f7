import { groupIn } from '../domain/notice.ts'
import { whoIAm } from '../wording/replies.ts'
import type { Call, Reply } from './define-command.ts'

const LONGEST = 20
/** 你是谁, 你是干啥的, 你是机器人吗, 你是人是鬼, 谁在说话. */
const ASKS =
  /^(?:哎|喂|请问|那个|[,，\s])*(?:你|您|恁|这)(?:到底|究竟|又)?(?:是|算)(?:个|一个)?(?:谁|哪个|哪位|啥|什么|甚|干(?:啥|嘛|什么|甚)|做(?:啥|什么)|弄啥|咋回事|真人|活人|人|机器|机器人|电脑|程序|智能|ai|客服|干部|村上|政府)(?:的|子|东西|玩意儿?|人|里)*(?:在)?(?:回话|说话)?(?:还是|是|吗|么|嘛|呢|啊|呀|哩|不|不是|机器人?|人|鬼|假人|真人|电脑|[?？,，。\s])*$|^(?:谁|哪个)在(?:说话|回话)[?？]*$|^(?:你|您)叫(?:啥|什么)(?:名字?)?[?？啊呀呢]*$/iu

/** Whoever asks what this is gets one honest line, where they asked: in the group only when it was called by name. */
export function whoAmI({ spoken, text, called }: Call): Reply[] | null {
  const alone = groupIn(spoken.conversation) === null
  if ((!alone && !called) || text.length > LONGEST || !ASKS.test(text)) return null
  return [{ text: whoIAm, where: alone ? 'private' : 'group' }]
}
