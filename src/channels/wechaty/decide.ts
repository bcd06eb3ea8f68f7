import { MINUTE_MS } from '../../domain/durations.ts'
import { type BotMessage, KINDS, SHARED_KINDS } from './bot.ts'

/** Clocks of the platform and of this machine may differ this much; what is not older is heard, and known ids are dropped by the database. */
const SLACK_MS = 2 * MINUTE_MS
/** Before this no such message can be: the puppet does not know. */
const FIRST = new Date('2011-01-01')

const READ: ReadonlySet<number> = new Set([...Object.values(KINDS), ...Object.keys(SHARED_KINDS).map(Number)])

/** Some puppets know no kind for an answer that quotes; what it is stands in its text. */
const UNKNOWN = 0
const IN_XML = /<(?:appmsg|location|videomsg)[\s>]|&lt;appmsg/u

export type Decision = 'hear' | 'echo' | 'repeat' | 'old' | 'unread'

/**
 * What becomes of a message: our own words come back, gateways tell things twice, and after a login some deliver days of
 * history. `behind`: by how much the gateway's clock is known to be. `age()` of Wechaty counts from now and is no help with the last.
 */
export function decide(
  { id, self, kind, at, text = '' }: Pick<BotMessage, 'id' | 'self' | 'kind' | 'at'> & Partial<Pick<BotMessage, 'text'>>,
  { loginAt, seen, behind = 0 }: { loginAt: Date; seen: ReadonlySet<string>; behind?: number },
): Decision {
  if (self) return 'echo'
  if (seen.has(id)) return 'repeat'
  if (!READ.has(kind) && !(kind === UNKNOWN && IN_XML.test(text))) return 'unread'
  const known = at !== null && at > FIRST
  return known && at.getTime() + behind < loginAt.getTime() - SLACK_MS ? 'old' : 'hear'
}

/** Whether what came late was said while nobody listened; anything older was heard then, or is of no use now. */
export const wasMissed = (at: Date | null, from: Date): boolean => at !== null && at.getTime() >= from.getTime() - SLACK_MS
