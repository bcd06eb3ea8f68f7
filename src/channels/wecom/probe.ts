import type { z } from 'zod'
import { classOf, type ErrorClass } from './errors.ts'
import { CALL_MS, type QyAnswer } from './http.ts'
import { qyApi } from './qyapi.ts'

/**
 * What one harmless call found: what it asked for, or why not. `at`: whether the secret itself was not taken, or only this call; `ip`:
 * from where the platform saw it come, where it says so.
 */
export type Probe<T> = { found: T } | 'unreachable' | Refused
export interface Refused {
  at: 'token' | 'call'
  kind: ErrorClass
  errcode: number
  ip: string | null
}

interface Needs {
  apiBase: string
  corpId: string
  secret: string
}

/** Calls that change nothing and show whether a secret opens what it is for. */
export type Call = { get: string; query: Readonly<Record<string, string>> } | { post: string; body: object }

export async function probe<T>(needs: Needs, call: Call, read: z.ZodType<T>): Promise<Probe<T>> {
  const api = qyApi({ ...needs, callMs: CALL_MS, now: () => new Date() })
  const answer = 'get' in call ? await api.get(call.get, call.query) : await api.post(call.post, call.body)
  if (answer.errcode === null) return 'unreachable'
  const found = answer.errcode === 0 ? read.safeParse(answer.body) : null
  if (found?.success) return { found: found.data }
  const { errcode } = answer
  return { at: api.tokenSince() === null ? 'token' : 'call', kind: classOf(errcode), errcode, ip: ipIn(answer) }
}

/** The only place where an errmsg is looked at: what it says of the address is shown to a person and decides nothing. */
function ipIn(answer: QyAnswer): string | null {
  const said = answer.errcode === null ? '' : String(answer.body.errmsg ?? '')
  return /from ip: ([\d.:a-f]{3,45})/iu.exec(said)?.[1] ?? null
}
