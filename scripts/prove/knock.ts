import { Agent, request } from 'node:http'
import { gunzipSync } from 'node:zlib'

export interface Asked {
  path: string
  method?: string
  headers?: Record<string, string>
  body?: string | Uint8Array
}

export interface Answer {
  status: number
  type: string
  /** Headers and body as one text, for whoever looks for words in it. */
  whole: string
  text: string
  location: string | null
  /** The first cookie that was set, as it is sent back. */
  cookie: string | null
  ms: number
}

const PATIENCE_MS = 20_000
const EVER_ON = 'text/event-stream'
/** What Node itself would refuse to send. */
export const sendable = (path: string): string => path.replace(/[^\u0021-\u007e]/gu, (c) => encodeURIComponent(c.toWellFormed()))
const inHeader = (value: string): string => value.replace(/[^\u0020-\u007e]/gu, '')

/** Asks over a real socket, and takes every answer for one. A connection that is cut without an answer has the status 0. */
export function knocker(base: string): { knock(asked: Asked): Promise<Answer>; close(): void } {
  const { hostname: host, port } = new URL(base)
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  const knock = ({ path, method = 'GET', headers = {}, body }: Asked): Promise<Answer> => {
    const began = performance.now()
    return new Promise((done) => {
      const end = (status: number, sent: Record<string, string | string[] | undefined> = {}, bytes: Buffer = Buffer.alloc(0)) => {
        const text = (sent['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString()
        const cookie = [sent['set-cookie'] ?? []].flat()[0]?.split(';')[0] ?? null
        const location = typeof sent.location === 'string' ? sent.location : null
        const whole = `${Object.entries(sent).flat(2).join('\n')}\n${text}`
        done({ status, type: String(sent['content-type'] ?? ''), whole, text, location, cookie, ms: performance.now() - began })
      }
      const clean = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, inHeader(value)]))
      const out = request({ agent, host, port, path: sendable(path), method, headers: clean, timeout: PATIENCE_MS }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () => end(answer.statusCode ?? 0, answer.headers, Buffer.concat(chunks)))
        answer.on('error', () => end(0))
        if (answer.headers['content-type']?.startsWith(EVER_ON)) {
          end(answer.statusCode ?? 0, answer.headers)
          answer.destroy()
        }
      })
      out.on('timeout', () => out.destroy())
      out.on('error', () => end(0))
      out.end(body)
    })
  }
  return { knock, close: () => agent.destroy() }
}
