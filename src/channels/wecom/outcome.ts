import type { SayOutcome } from '../../ports/channel.ts'
import { whyCode, whyNoAnswer } from '../../wording/channels.ts'
import { classOf } from './errors.ts'
import type { QyAnswer } from './http.ts'

/** wecom-facts, section 4.5: a minute's limit blocks for a minute. */
const RATE_SECONDS = 60

interface Kind {
  to: 'group' | 'person'
  /** The platform drops repeats, so what may have been posted is tried again. */
  dedupes: boolean
}

/** What an answer makes of a post; null when the platform took it, and the caller reads the rest. Pure. */
export function faultOf(answer: QyAnswer, { to, dedupes }: Kind): SayOutcome | null {
  if (answer.errcode === null) {
    const why = whyNoAnswer(answer.why)
    if (!answer.sent) return { outcome: 'retry', patience: 'long', why }
    return dedupes ? { outcome: 'retry', patience: 'short', doubt: true, why } : { outcome: 'unknown', why }
  }
  const kind = classOf(answer.errcode)
  const why = whyCode(kind, answer.errcode)
  switch (kind) {
    case 'ok':
      return null
    case 'busy':
      return { outcome: 'retry', patience: 'short', why }
    case 'credentials':
    case 'environment':
      return { outcome: 'refused', why }
    case 'rate':
      return { outcome: 'wait', seconds: RATE_SECONDS, why }
    case 'recipient-gone':
    case 'group-gone':
      return { outcome: to === 'group' ? 'group-gone' : 'recipient-gone', why }
    case 'window-over':
      return { outcome: 'elsewhere', why }
    // A token that is stale even when it is fresh, a picture that is not taken, a code nobody knows: a person looks at it.
    case 'stale-token':
    case 'media':
    case 'content':
    case 'archive-closed':
    case 'other':
      return { outcome: 'content-fault', why }
    default:
      return kind satisfies never
  }
}
