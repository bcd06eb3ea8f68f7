import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleAll,
  handleWhen,
  retry,
  wrap,
} from 'cockatiel'
import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai'
import { ZodError } from 'zod'
import type { Said, Unanswered } from '../ports/language-model.ts'

export interface Patience {
  timeoutMs: number
  /** So many failures in a row, and the server is left in peace for `restMs`. */
  failures: number
  restMs: number
}

const PAUSE_MS = 300

const isTransient = (fault: unknown): boolean =>
  fault instanceof APIConnectionError ||
  (fault instanceof APIError && typeof fault.status === 'number' && (fault.status >= 500 || [408, 409, 429].includes(fault.status)))

function whyFailed(fault: unknown): Unanswered {
  if (fault instanceof BrokenCircuitError) return 'resting'
  if (fault instanceof APIConnectionTimeoutError) return 'timeout'
  if (fault instanceof APIConnectionError) return 'unreachable'
  if (fault instanceof APIError && typeof fault.status === 'number') return isTransient(fault) ? 'busy' : 'turned away'
  if (fault instanceof ZodError || fault instanceof SyntaxError || fault instanceof APIError) return 'unreadable'
  throw fault
}

interface Patient {
  ask(call: () => Promise<string>): Promise<Said>
  /** Nothing is asked just now. */
  rests(): boolean
}

/** One retry of what may pass, a breaker around each try; what the server does wrong comes back as a word. */
export function patientWith({ failures, restMs }: Patience): Patient {
  const breaker = circuitBreaker(handleAll, { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(failures) })
  const once = retry(handleWhen(isTransient), { maxAttempts: 1, backoff: new ExponentialBackoff({ initialDelay: PAUSE_MS }) })
  const policy = wrap(once, breaker)
  let restsUntil = 0
  breaker.onBreak(() => {
    restsUntil = Date.now() + restMs
  })
  return {
    async ask(call) {
      try {
        return { text: await policy.execute(call) }
      } catch (fault) {
        return { failed: whyFailed(fault) }
      }
    },
    rests: () => breaker.state === CircuitState.Open && Date.now() < restsUntil,
  }
}
