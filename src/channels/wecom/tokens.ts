import { z } from 'zod'
import { later, MINUTE_MS } from '../../domain/durations.ts'
import { type QyAnswer, request } from './http.ts'

/** Renewed this long before the platform would end it. */
const EARLY_MS = 5 * MINUTE_MS

const Token = z.object({ access_token: z.string().min(1).max(1024), expires_in: z.number().positive() })

interface Kept {
  token: string
  since: Date
  until: Date
}

/** The access token of one secret: one cache, one fetch under way, for asking too often is punished. */
export interface Tokens {
  get(): Promise<{ token: string } | { failed: QyAnswer }>
  /** The platform does not take this token any more. Somebody else may have renewed it already. */
  drop(token: string): void
  /** Since when the present one is used, for the operator; null before the first. */
  since(): Date | null
}

export interface TokenNeeds {
  apiBase: string
  corpId: string
  secret: string
  callMs: number
  /** Machine time. */
  now(): Date
}

export function tokensOf({ apiBase, corpId, secret, callMs, now }: TokenNeeds): Tokens {
  let kept: Kept | null = null
  let fetching: Promise<Kept | QyAnswer> | null = null

  async function fetchToken(): Promise<Kept | QyAnswer> {
    const query = new URLSearchParams({ corpid: corpId, corpsecret: secret })
    const answer = await request(`${apiBase}gettoken?${query}`, {}, callMs)
    const read = answer.errcode === 0 ? Token.safeParse(answer.body) : null
    // Asking for a token posts nothing, so it was never "sent".
    if (!read?.success) return answer.errcode === null ? { ...answer, sent: false } : answer
    const since = now()
    return { token: read.data.access_token, since, until: later(since, read.data.expires_in * 1000 - EARLY_MS) }
  }

  return {
    async get() {
      if (kept && kept.until > now()) return { token: kept.token }
      fetching ??= fetchToken().finally(() => {
        fetching = null
      })
      const fetched = await fetching
      if (!('token' in fetched)) return { failed: fetched }
      kept = fetched
      return { token: fetched.token }
    },
    drop(token) {
      if (kept?.token === token) kept = null
    },
    since: () => kept?.since ?? null,
  }
}
