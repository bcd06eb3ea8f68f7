import { WebSocket } from 'ws'
import { readBotWord } from '../bot-word.ts'
import type { QyAnswer } from '../http.ts'
import { COMMANDS, type Frame, frameOf, KICKED, readFrame } from './frames.ts'

/** How patient a line is; milliseconds. */
export interface LinePace {
  /** The platform wants a sign of life this often. */
  pingMs: number
  /** How long an acknowledgement may take. */
  ackMs: number
  /** How long it may take until a connection is one that may listen. */
  openMs: number
}

export const LINE_PACE: LinePace = { pingMs: 30_000, ackMs: 5000, openMs: 15_000 }

/** `refused`: the platform does not let this bot in; `lost`: whatever else ends a connection. */
export type LineEnd = { why: 'kicked' } | { why: 'refused'; errcode: number } | { why: 'lost' } | { why: 'closed' }

export interface LineNeeds {
  url: string
  botId: string
  secret: string
  pace: LinePace
  newId(): string
  /** It listens. */
  up(): void
  /** A sure sign that the other side is there. */
  alive(): void
  /** A message or an event, with the id it may be answered by. */
  heard(body: unknown, reqId: string): void
}

export interface Line {
  /** No acknowledgement in time means that it may have arrived. */
  ask(cmd: string, body: object, reqId?: string): Promise<QyAnswer>
  /** Ends it without a word to anybody. */
  close(): void
  ended: Promise<LineEnd>
}

interface Pending {
  settle(answer: QyAnswer): void
  timer: NodeJS.Timeout
}

/** One connection from its first frame to its end; it never comes back. */
export function openLine({ url, botId, secret, pace, newId, up, alive, heard }: LineNeeds): Line {
  const socket = new WebSocket(url, { handshakeTimeout: pace.openMs, maxPayload: 4 * 1024 * 1024 })
  const pending = new Map<string, Pending>()
  let end: LineEnd | null = null
  let unanswered = 0
  let beat: NodeJS.Timeout | undefined

  const finish = (why: LineEnd): void => {
    end ??= why
    socket.terminate()
  }
  const opening = setTimeout(() => finish({ why: 'lost' }), pace.openMs)

  const ask: Line['ask'] = (cmd, body, reqId = `${cmd}_${newId()}`) => {
    if (socket.readyState !== WebSocket.OPEN || pending.has(reqId))
      return Promise.resolve({ errcode: null, sent: false, why: 'line' } as const)
    return new Promise((done) => {
      const settle = (answer: QyAnswer): void => {
        const waited = pending.get(reqId)
        if (waited?.settle !== settle) return
        clearTimeout(waited.timer)
        pending.delete(reqId)
        done(answer)
      }
      const timer = setTimeout(() => settle({ errcode: null, sent: true, why: 'no ack' }), pace.ackMs)
      pending.set(reqId, { settle, timer })
      socket.send(frameOf(cmd, reqId, body))
    })
  }

  async function subscribe(): Promise<void> {
    const answer = await ask(COMMANDS.subscribe, { bot_id: botId, secret })
    if (answer.errcode === null) return finish({ why: 'lost' })
    if (answer.errcode !== 0) return finish({ why: 'refused', errcode: answer.errcode })
    clearTimeout(opening)
    beat = setInterval(ping, pace.pingMs)
    up()
  }

  function ping(): void {
    unanswered++
    // Two signs of life without an answer: the connection is dead, whatever it says.
    if (unanswered > 2) finish({ why: 'lost' })
    else
      void ask(COMMANDS.ping, {}).then((answer) => {
        if (answer.errcode !== 0) return
        unanswered = 0
        alive()
      })
  }

  function take({ cmd, headers, body, errcode }: Frame): void {
    if (cmd === COMMANDS.message || cmd === COMMANDS.event) {
      const word = readBotWord(body)
      if (word?.what === 'event' && word.event === KICKED) finish({ why: 'kicked' })
      else heard(body, headers.req_id)
    } else if (cmd === undefined && errcode !== undefined) pending.get(headers.req_id)?.settle({ errcode, body: {} })
  }

  socket.on('open', () => void subscribe())
  socket.on('message', (data) => {
    const frame = end === null ? readFrame(String(data)) : null
    if (frame) take(frame)
  })
  // What went wrong is told by the end; without a listener it would end the process.
  socket.on('error', () => {})
  const ended = new Promise<LineEnd>((done) => {
    socket.on('close', () => {
      clearTimeout(opening)
      clearInterval(beat)
      for (const it of pending.values()) it.settle({ errcode: null, sent: true, why: 'line ended' })
      done(end ?? { why: 'lost' })
    })
  })
  return { ask, close: () => finish({ why: 'closed' }), ended }
}
