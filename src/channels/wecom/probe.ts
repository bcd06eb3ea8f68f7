import { classOf, type ErrorClass } from './errors.ts'
import { CALL_MS } from './http.ts'
import { tokensOf } from './tokens.ts'

/** Whether one secret opens WeCom's API from here; a token is asked for and nothing else. */
export type Probe = 'ok' | 'unreachable' | { kind: ErrorClass; errcode: number }

export async function probeSecret(needs: { apiBase: string; corpId: string; secret: string }): Promise<Probe> {
  const got = await tokensOf({ ...needs, callMs: CALL_MS, now: () => new Date() }).get()
  if ('token' in got) return 'ok'
  return got.failed.errcode === null ? 'unreachable' : { kind: classOf(got.failed.errcode), errcode: got.failed.errcode }
}
