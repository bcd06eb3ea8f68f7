import type { Ticket } from '../../domain/ticket.ts'
import { privately } from '../../orders/answer.ts'
import type { CallOf, Reply } from '../../orders/define-command.ts'
import type { Measurement, Side } from './facts.ts'
import { recordWord } from './verbs.ts'
import * as say from './words.ts'

const SAYS = '不认可|不同意|不服|不认|没意见|认可|同意'
/** 甲方认可, 乙方李晓东不认可 少量半米; 不认可 乙方. */
const WORD = new RegExp(`^(甲方|乙方)[\\s，,：:]*(?:\\p{Script=Han}{2,4}?[\\s，,：:]*)?(${SAYS})[\\s，,：:]*(.*)$`, 'u')
const WORD_BEHIND = new RegExp(`^(${SAYS})[\\s，,：:]*(?:的是)?(甲方|乙方)(?:\\p{Script=Han}{2,4}(?=$|[\\s，,：:]))?[\\s，,：:]*(.*)$`, 'u')

interface Word {
  side: Side
  agrees: boolean
  said: string
}

/** Which side agrees to what was measured, and what it says besides. */
export function wordIn(text: string): Word | null {
  const before = WORD.exec(text)
  const behind = before ? null : WORD_BEHIND.exec(text)
  const [side, says, said] = before ? [before[1], before[2], before[3]] : [behind?.[2], behind?.[1], behind?.[3]]
  return side && says ? { side: side === '甲方' ? 'first' : 'second', agrees: !says.startsWith('不'), said: said ?? '' } : null
}

export async function sayWord(
  call: CallOf<'cases' | 'now'>,
  ticket: Ticket,
  m: Measurement,
  { side, agrees, said }: Word,
): Promise<Reply[]> {
  const noted = await recordWord(call.desk, call.spoken.person, m, side, agrees, said)
  return privately(say.wordNoted(ticket.label, noted), ticket)
}
