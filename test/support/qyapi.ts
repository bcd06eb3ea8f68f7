import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** What may go wrong with one call. `cut` and `hang` happen after the platform has done what it was asked, if `done`. */
export type Trouble = { errcode: number } | { page: number } | { cut: 'before' | 'after' } | { hang: 'before' | 'after' }

/** One message that reached people. */
export interface Posted {
  path: string
  /** The robot's key, the user, the chat. */
  to: string
  body: Record<string, unknown>
  at: number
}

export interface Qyapi {
  /** To be given as WECOM_API_BASE. */
  base: string
  posted: Posted[]
  /** Paths asked for, with how often. */
  asked: Map<string, number>
  /** The next call of this path goes wrong so. */
  next(path: string, ...troubles: Trouble[]): void
  /** Every call may go wrong; null is none. Replaces what was said before. */
  whenever(trouble: ((path: string) => Trouble | null) | null): void
  /** Tokens given until now are no longer taken. */
  forgetTokens(): void
  /** One that is good just now. */
  token(): string
  /** What else is asked for, by path: an answer, or bytes. */
  serve: Map<string, (body: Record<string, unknown>, query: URLSearchParams) => object>
  /** Robots that are in a group; null: any key is. */
  robots: Set<string> | null
  customerGroups: { chatId: string; name: string; owner: string }[]
  /** Members the application may write to; null: everybody. */
  members: Set<string> | null
  close(): Promise<void>
}

interface Options {
  corpId?: string
  secrets?: readonly string[]
  /** The platform's clock; robots allow 20 in any 60 s of it. */
  now?(): number
}

const ROBOT_LIMIT = 20
const MINUTE_MS = 60_000

/** WeCom's API at its worst, written from the fact sheet: judged by errcode, silent duplicates, rates, tokens. */
export async function startQyapi({ corpId = 'ww01', secrets = ['secret-1'], now = Date.now }: Options = {}): Promise<Qyapi> {
  const posted: Posted[] = []
  const asked = new Map<string, number>()
  const queued = new Map<string, Trouble[]>()
  const tokens = new Set<string>()
  const seen = new Map<string, number>()
  const lately = new Map<string, number[]>()
  let always: ((path: string) => Trouble | null) | null = null
  let issued = 0
  const qyapi: Qyapi = {
    base: '',
    posted,
    asked,
    next: (path, ...troubles) => void queued.set(path, [...(queued.get(path) ?? []), ...troubles]),
    whenever: (trouble) => {
      always = trouble
    },
    forgetTokens: () => tokens.clear(),
    token: () => {
      const token = `token${++issued}`
      tokens.add(token)
      return token
    },
    serve: new Map(),
    robots: null,
    members: null,
    customerGroups: [],
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }

  /** True when the platform has seen this message already and drops it without a word. */
  function isRepeated(key: string, seconds: number): boolean {
    const last = seen.get(key)
    seen.set(key, now())
    return last !== undefined && now() - last < seconds * 1000
  }

  const post = (path: string, to: string, body: Record<string, unknown>) => posted.push({ path, to, body, at: now() })
  const ok = (more: object = {}) => ({ errcode: 0, errmsg: 'ok', ...more })
  const no = (errcode: number) => ({ errcode, errmsg: 'no' })
  const contentOf = (body: Record<string, unknown>) => {
    const text = body.text as { content?: string } | undefined
    return text?.content
  }
  const tooLong = (body: Record<string, unknown>, limit: number) => Buffer.byteLength(contentOf(body) ?? '') > limit

  function robot(key: string, body: Record<string, unknown>): object {
    if (qyapi.robots && !qyapi.robots.has(key)) return no(93000)
    if (body.msgtype === 'text' && contentOf(body) === '') return no(44004)
    if (tooLong(body, 2048)) return no(40058)
    const window = (lately.get(key) ?? []).filter((t) => now() - t < MINUTE_MS)
    if (window.length >= ROBOT_LIMIT) return no(45009)
    lately.set(key, [...window, now()])
    post('webhook/send', key, body)
    return ok()
  }

  const handlers: Readonly<Record<string, (body: Record<string, unknown>) => object>> = {
    'message/send'(body) {
      const user = String(body.touser)
      if (tooLong(body, 2048)) return no(45002)
      if (qyapi.members && !qyapi.members.has(user)) return no(81013)
      const repeated = body.enable_duplicate_check === 1 && isRepeated(`app:${JSON.stringify(body)}`, Number(body.duplicate_check_interval))
      if (!repeated) post('message/send', user, body)
      return ok({ msgid: `m${posted.length}` })
    },
    'appchat/create': (body) => ok({ chatid: `chat-${String(body.owner)}` }),
    'appchat/send'(body) {
      post('appchat/send', String(body.chatid), body)
      return ok()
    },
    'kf/send_msg'(body) {
      if (!isRepeated(`kf:${String(body.msgid)}`, 86_400)) post('kf/send_msg', String(body.touser), body)
      return ok({ msgid: body.msgid })
    },
    'kf/service_state/trans': () => ok(),
    'externalcontact/add_msg_template'(body) {
      post('externalcontact/add_msg_template', String(body.sender), body)
      return ok({ msgid: `task${posted.length}`, fail_list: [] })
    },
    'externalcontact/groupchat/list': () =>
      ok({ group_chat_list: qyapi.customerGroups.map(({ chatId }) => ({ chat_id: chatId, status: 0 })) }),
    'externalcontact/groupchat/get'(body) {
      const group = qyapi.customerGroups.find((g) => g.chatId === body.chat_id)
      return group ? ok({ group_chat: { chat_id: group.chatId, name: group.name, owner: group.owner } }) : no(90501)
    },
    'agent/get': () => ok({ name: '说事' }),
    'media/upload': () => ok({ type: 'image', media_id: `media${++issued}`, created_at: '1' }),
  }

  function answer(path: string, query: URLSearchParams, body: Record<string, unknown>): object {
    if (path === 'gettoken') {
      if (query.get('corpid') !== corpId) return no(40013)
      if (!secrets.includes(query.get('corpsecret') ?? '')) return no(40001)
      const token = `token${++issued}`
      tokens.add(token)
      return ok({ access_token: token, expires_in: 7200 })
    }
    if (path === 'webhook/send') return robot(query.get('key') ?? '', body)
    if (!tokens.has(query.get('access_token') ?? '')) return no(40014)
    return qyapi.serve.get(path)?.(body, query) ?? handlers[path]?.(body) ?? no(40066)
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://qyapi')
    const path = url.pathname.replace(/^\/cgi-bin\//u, '')
    asked.set(path, (asked.get(path) ?? 0) + 1)
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const text = Buffer.concat(chunks).toString()
    const body = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {}
    const trouble = queued.get(path)?.shift() ?? always?.(path) ?? null
    const json = (it: object) =>
      Buffer.isBuffer(it)
        ? response.setHeader('content-type', 'image/jpeg').end(it)
        : response.setHeader('content-type', 'application/json').end(JSON.stringify(it))
    if (!trouble) return void json(answer(path, url.searchParams, body))
    if ('errcode' in trouble) return void json(no(trouble.errcode))
    if ('page' in trouble)
      return void response.writeHead(trouble.page, { 'content-type': 'text/html' }).end('<html><body>网关出错</body></html>')
    if (Object.values(trouble)[0] === 'after') answer(path, url.searchParams, body)
    if ('cut' in trouble) request.socket.destroy()
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  qyapi.base = `http://127.0.0.1:${address.port}/cgi-bin/`
  return qyapi
}
