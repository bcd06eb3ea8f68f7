import type { Command, Scene } from './define-command.ts'
import type { Reading } from './read-order.ts'
import { refIn } from './ref-in.ts'
import { isTalk } from './talk.ts'

/** What is being done, by whoever has it in hand. */
const GOING =
  /^(?:已经?|正在?|正|在|刚|今天|明天|后天|下午|上午|早上|晚上|这两天|下周|周|我)|(?:联系|约|报|申请|安排|通知|采购|买|订|问|派|请)(?:了|好了|过了)|(?:到|来|批|下来)了$|(?:今天|明天|后天|周.|下周.?|月底|月初).{0,4}(?:到|来|修|弄|办|装|换|去)/u
const LONGEST = 40

/** 7号明天去修, 7号配件到了: one-to-one, behind the number of one's own matter, what is told is its progress. */
export function readProgress(text: string, scene: Scene, order: (name: string) => Command | undefined): Reading | null {
  const command = order('进展')
  const ref = refIn(text, scene.shorts)
  if (!command || !ref || scene.inGroup || ref.rest.length < 3 || ref.rest.length > LONGEST || isTalk(ref.rest)) return null
  return GOING.test(ref.rest) ? { command, ref: { ...ref, rest: '' }, rest: ref.rest, only: 'inHand' } : null
}
