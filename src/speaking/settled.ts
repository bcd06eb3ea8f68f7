import { later, SECOND_MS } from '../domain/durations.ts'
import type { SayOutcome } from '../ports/channel.ts'
import type { Settled } from '../ports/outbox.ts'

/** Seconds before the next try, by how many there were; the last one goes on. */
const BACK_OFF = [1, 4, 15, 60, 300]
/** A busy platform is asked three more times; a network that is away, for a day. */
const TRIES = { short: 4, long: 290 }
/** How soon a post comes again whose channel an operator has to put right. */
const REFUSED_SECONDS = 60

/** What a call's outcome makes of the post. Pure. */
export function settledOf(outcome: SayOutcome, attempts: number, machine: Date): Settled {
  const inSeconds = (seconds: number) => later(machine, seconds * SECOND_MS)
  switch (outcome.outcome) {
    case 'sent':
      return { state: 'sent', externalId: outcome.externalId }
    case 'handed':
      return { state: 'confirm', externalId: outcome.externalId }
    case 'retry': {
      if (attempts >= TRIES[outcome.patience]) return { state: outcome.doubt ? 'unknown' : 'failed', why: outcome.why }
      const seconds = BACK_OFF[Math.min(attempts, BACK_OFF.length) - 1] ?? 1
      return { state: 'waiting', retryAt: inSeconds(seconds), why: outcome.why, counted: true, ...(outcome.doubt && { doubt: true }) }
    }
    case 'wait':
      return { state: 'waiting', retryAt: inSeconds(outcome.seconds), why: outcome.why, counted: false }
    case 'refused':
      return { state: 'waiting', retryAt: inSeconds(REFUSED_SECONDS), why: outcome.why, counted: false }
    case 'elsewhere':
      return { state: 'elsewhere', why: outcome.why, gone: false }
    case 'recipient-gone':
    case 'group-gone':
      return { state: 'elsewhere', why: outcome.why, gone: true }
    case 'content-fault':
      return { state: 'failed', why: outcome.why }
    case 'unknown':
      return { state: 'unknown', why: outcome.why }
    default:
      return outcome satisfies never
  }
}
