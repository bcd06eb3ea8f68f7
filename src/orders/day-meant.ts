import { groupIn } from '../domain/notice.ts'
import type { OrderName } from '../domain/order-name.ts'
import type { CallOf, Command, Scene } from './define-command.ts'
import { ticketsMeant } from './find-ticket.ts'
import { readOrder } from './read-order.ts'
import type { Reading } from './reading.ts'

/** These want a day. */
const OF_A_DAY: readonly OrderName[] = ['挂账', '延期', '请假']
const LAST_DAY = 31
const NUMBERED = /((?:二十|三十|十)?[一二三四五六七八九十]|\d{1,2})号/gu

/** 要等停电检修，25号，先放放: where no matter of that number is there, the twenty-fifth is meant. */
export async function dayMeant(
  call: CallOf<'followers' | 'lastSpokenOf' | 'now' | 'roster' | 'ticketByNumber'>,
  { command, ref }: Reading,
  scene: Scene,
  commands: readonly Command[],
): Promise<Reading | null> {
  if (groupIn(call.spoken.conversation) || !ref || ref.village !== null || ref.number > LAST_DAY) return null
  if (!OF_A_DAY.includes(command.name) || (await ticketsMeant(call, ref)).length > 0) return null
  const again = readOrder(call.text.replace(NUMBERED, '$1日'), scene, commands)
  return again?.command === command ? again : null
}
