import { fetchBytes } from './bytes.ts'
import { classOf } from './errors.ts'
import { type QyAnswer, request } from './http.ts'
import { type TokenNeeds, type Tokens, tokensOf } from './tokens.ts'

/** WeCom's API as one application sees it. */
export interface QyApi {
  post(path: string, body: object): Promise<QyAnswer>
  get(path: string, query?: Readonly<Record<string, string>>): Promise<QyAnswer>
  /** A picture as a media id, valid for three days. */
  upload(kind: 'image' | 'file', picture: { name: string; type: string; bytes: Uint8Array }): Promise<QyAnswer>
  /** What people have sent, while the platform keeps it. */
  download(mediaId: string): Promise<{ bytes: Uint8Array<ArrayBuffer> } | QyAnswer>
  tokenSince(): Date | null
}

export function qyApi(needs: TokenNeeds): QyApi {
  const tokens: Tokens = tokensOf(needs)

  /** With a token; one that is stale is renewed once and the call repeated once. */
  async function withToken<T extends object>(
    path: string,
    query: Readonly<Record<string, string>>,
    ask: (url: string) => Promise<T | QyAnswer>,
  ): Promise<T | QyAnswer> {
    for (let again = true; ; again = false) {
      const got = await tokens.get()
      if ('failed' in got) return got.failed
      const answer = await ask(`${needs.apiBase}${path}?${new URLSearchParams({ ...query, access_token: got.token })}`)
      if (!again || !('errcode' in answer) || answer.errcode === null || classOf(answer.errcode) !== 'stale-token') return answer
      tokens.drop(got.token)
    }
  }
  const call = (path: string, query: Readonly<Record<string, string>>, init: RequestInit): Promise<QyAnswer> =>
    withToken(path, query, (url) => request(url, init, needs.callMs))

  return {
    post: (path, body) => call(path, {}, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    get: (path, query = {}) => call(path, query, { method: 'GET' }),
    upload(kind, { name, type, bytes }) {
      const form = new FormData()
      form.append('media', new Blob([new Uint8Array(bytes)], { type }), name)
      return call('media/upload', { type: kind }, { method: 'POST', body: form })
    },
    download: (mediaId) => withToken('media/get', { media_id: mediaId }, (url) => fetchBytes(url, needs.callMs)),
    tokenSince: () => tokens.since(),
  }
}
