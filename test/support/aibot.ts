import { createServer, type Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'

interface Frame {
  cmd?: string
  headers: { req_id: string }
  body?: Record<string, unknown>
}

/** One message that reached people. */
export interface BotPost {
  cmd: string
  /** The request it answers, or the chat it was pushed to. */
  to: string
  body: Record<string, unknown>
}

/** The platform's side of an AI bot's long connection. */
export interface AibotServer {
  /** To be given as WECOM_WS_URL. */
  url: string
  posts: BotPost[]
  /** Frames that broke the rules. */
  broken: string[]
  /** How many have subscribed so far. */
  subscribed: number
  pings: number
  /** How the next frames of a command are answered: `silent` takes effect and is not acknowledged. */
  next(cmd: string, ...how: ({ errcode: number } | 'silent' | 'ignore')[]): void
  /** What every ping is answered with. */
  deaf: boolean
  /** Something is said to the bot; returns the id it may be answered by, null while nobody listens. */
  say(body: Record<string, unknown>): string | null
  event(eventtype: string, more?: Record<string, unknown>): string | null
  /** The connection breaks. */
  drop(): void
  /** Nobody can connect, for a while. */
  away(yes: boolean): void
  close(): Promise<void>
}

const DAY_MS = 24 * 60 * 60_000
const PUSHED = new Set(['markdown', 'template_card', 'file', 'image', 'voice', 'video'])
const ANSWERED = new Set(['stream', 'template_card', 'stream_with_template_card', 'markdown', 'file', 'image', 'voice', 'video'])

/** Written from the fact sheet: one connection a bot, subscribe first, acks without a command, 846605 for ids nobody gave. */
export async function startAibot({ botId = 'bot-1', secret = 'bot-secret', now = Date.now } = {}): Promise<AibotServer> {
  const queued = new Map<string, ({ errcode: number } | 'silent' | 'ignore')[]>()
  const given = new Map<string, number>()
  const chats = new Set<string>()
  let current: WebSocket | null = null
  let count = 0
  let isAway = false

  const http: Server = createServer()
  const sockets = new WebSocketServer({ noServer: true })
  http.on('upgrade', (request, socket, head) => {
    if (isAway) return void socket.destroy()
    sockets.handleUpgrade(request, socket, head, (it) => serve(it))
  })

  function serve(socket: WebSocket): void {
    let listens = false
    const ack = (frame: Frame, errcode: number) =>
      socket.send(JSON.stringify({ headers: { req_id: frame.headers.req_id }, errcode, errmsg: errcode === 0 ? 'ok' : 'no' }))
    socket.on('close', () => {
      if (current === socket) current = null
    })
    socket.on('error', () => {})
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data)) as Frame
      const { cmd = '', body = {} } = frame
      const how = queued.get(cmd)?.shift()
      if (how === 'ignore') return
      if (how && how !== 'silent') return void ack(frame, how.errcode)
      if (cmd === 'aibot_subscribe') {
        if (body.bot_id !== botId || body.secret !== secret) return void ack(frame, 40058)
        // A new connection takes the place of the one before.
        if (current && current !== socket) kick(current)
        current = socket
        listens = true
        server.subscribed++
        return void ack(frame, 0)
      }
      if (!listens) {
        server.broken.push(`${cmd} before subscribe`)
        return
      }
      if (cmd === 'ping') {
        server.pings++
        if (!server.deaf) ack(frame, 0)
        return
      }
      const errcode = take(cmd, frame, body)
      if (how !== 'silent') ack(frame, errcode)
    })
  }

  function take(cmd: string, frame: Frame, body: Record<string, unknown>): number {
    const reqId = frame.headers.req_id
    const type = String(body.msgtype)
    const content = (body[type] as { content?: string } | undefined)?.content
    if (content !== undefined && Buffer.byteLength(content) > 20_480) return 45002
    if (cmd === 'aibot_send_msg') {
      if (!PUSHED.has(type)) return 40008
      if (!chats.has(String(body.chatid))) return 93006
      server.posts.push({ cmd, to: String(body.chatid), body })
      return 0
    }
    if (cmd === 'aibot_respond_welcome_msg' || cmd === 'aibot_respond_msg') {
      const since = given.get(reqId)
      if (since === undefined || now() - since > DAY_MS) return 846605
      if (cmd === 'aibot_respond_msg' && !ANSWERED.has(type)) return 40008
      server.posts.push({ cmd, to: reqId, body })
      return 0
    }
    server.broken.push(`unknown command ${cmd}`)
    return 40066
  }

  function kick(socket: WebSocket): void {
    const body = { msgtype: 'event', event: { eventtype: 'disconnected_event' }, create_time: 1 }
    socket.send(JSON.stringify({ cmd: 'aibot_event_callback', headers: { req_id: `kick${++count}` }, body }))
    setTimeout(() => socket.terminate(), 20)
  }

  function tell(cmd: string, body: Record<string, unknown>): string | null {
    if (!current) return null
    const reqId = `req${++count}`
    given.set(reqId, now())
    current.send(JSON.stringify({ cmd, headers: { req_id: reqId }, body: { msgid: `bm${count}`, aibotid: botId, ...body } }))
    return reqId
  }

  const server: AibotServer = {
    url: '',
    posts: [],
    broken: [],
    subscribed: 0,
    pings: 0,
    deaf: false,
    next: (cmd, ...how) => void queued.set(cmd, [...(queued.get(cmd) ?? []), ...how]),
    say(body) {
      const from = (body.from as { userid?: string } | undefined)?.userid
      chats.add(String(body.chatid ?? from))
      return tell('aibot_msg_callback', body)
    },
    event: (eventtype, more = {}) => tell('aibot_event_callback', { msgtype: 'event', event: { eventtype }, create_time: 1, ...more }),
    drop: () => current?.terminate(),
    away(yes) {
      isAway = yes
      if (yes) current?.terminate()
    },
    close: () =>
      new Promise((done) => {
        for (const socket of sockets.clients) socket.terminate()
        http.close(() => done())
        http.closeAllConnections()
      }),
  }
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  const address = http.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  server.url = `ws://127.0.0.1:${address.port}`
  return server
}
