import { z } from 'zod'

/**
 * How long a call may take, unless it is said otherwise. Longer than the ten seconds that `fetch` waits for a connection: where a
 * network swallows everything, each message would else look as if it might have been sent.
 */
export const CALL_MS = 13_000

const Answer = z.looseObject({ errcode: z.number().int() })

/**
 * `errcode` as answered; or no answer: `sent` false when the request surely never reached the platform, true when it may
 * have. The address is never part of it: it carries tokens and keys.
 */
export type QyAnswer = { errcode: number; body: Record<string, unknown> } | { errcode: null; sent: boolean; why: string }

/** What fetch's causes are called when no byte of the request was sent. */
const NEVER_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/u

function codeOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'unknown'
  const { cause } = thrown
  if (cause instanceof AggregateError) return codeOf(new Error('', { cause: cause.errors[0] }))
  return cause instanceof Error && 'code' in cause ? String(cause.code) : thrown.name
}

/** One request. JSON with an errcode is an answer whatever the status; anything else, a proxy's page too, is none. */
export async function request(url: string, init: RequestInit, ms: number): Promise<QyAnswer> {
  try {
    // A connection that the platform has just closed would look like a message that may have been sent: always a fresh one.
    const headers = { ...init.headers, connection: 'close' }
    const response = await fetch(url, { ...init, headers, redirect: 'manual', signal: AbortSignal.timeout(ms) })
    return answerIn(await response.text()) ?? { errcode: null, sent: true, why: `HTTP ${response.status}` }
  } catch (thrown) {
    return noAnswer(thrown)
  }
}

export function answerIn(text: string): QyAnswer | null {
  const read = Answer.safeParse(jsonOf(text))
  return read.success ? { errcode: read.data.errcode, body: read.data } : null
}

export function noAnswer(thrown: unknown): QyAnswer {
  const code = codeOf(thrown)
  return { errcode: null, sent: !NEVER_SENT.test(code), why: code }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
